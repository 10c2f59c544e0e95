using System.Buffers;

namespace Purbalingga.Tables.Writing;

/// <summary>Takes synchronous writes into memory until its owner passes them on asynchronously.</summary>
/// <remarks>
/// A zip entry writes its last block and its checksum synchronously when it is closed, also in the asynchronous interface of .NET 10,
/// and the web server forbids that on a response. What is held is what one chunk of a part compresses to.
/// </remarks>
internal sealed class StagingStream : Stream
{
    private readonly ArrayBufferWriter<byte> _held = new(128 * 1024);

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Writes to <paramref name="output"/> what is held and forgets it.</summary>
    public async ValueTask PassOnAsync(Stream output, CancellationToken ct)
    {
        if (_held.WrittenCount > 0)
        {
            await output.WriteAsync(_held.WrittenMemory, ct).ConfigureAwait(false);
            _held.ResetWrittenCount();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    public override void Flush()
    {
        // Passing on is the owner's, asynchronously
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
