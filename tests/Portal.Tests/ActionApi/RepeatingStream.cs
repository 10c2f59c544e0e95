namespace Purbalingga.Portal.Tests.ActionApi;

/// <summary>As many bytes as wanted without holding them: a pattern again and again.</summary>
internal sealed class RepeatingStream(byte[] pattern, long length) : Stream
{
    private readonly byte[] _block = [.. Enumerable.Repeat(pattern, (64 * 1024 / pattern.Length) + 1).SelectMany(bytes => bytes)];
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - _position);
        for (var i = 0; i < count;)
        {
            var from = (int)((_position + i) % _block.Length);
            var part = Math.Min(count - i, _block.Length - from);
            _block.AsSpan(from, part).CopyTo(buffer[i..]);
            i += part;
        }

        _position += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
