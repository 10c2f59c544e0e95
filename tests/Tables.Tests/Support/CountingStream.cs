namespace Purbalingga.Tables.Tests.Support;

/// <summary>Forgets what is written, counts it, and tells at each write how many there have been.</summary>
internal sealed class CountingStream(Action<int> onWrite) : Stream
{
    private int _writes;

    public long Written { get; private set; }
    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Written += count;
        onWrite(_writes++);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Written += buffer.Length;
        onWrite(_writes++);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
        // nothing is kept
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
