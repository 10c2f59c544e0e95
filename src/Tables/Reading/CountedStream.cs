namespace Purbalingga.Tables.Reading;

/// <summary>A part of a workbook being unpacked; refuses to give more than it may, whatever size the zip declares.</summary>
internal sealed class CountedStream(Stream inner, string name, long packedLength, long maxBytes, TableMessage tooLarge, int maxRatio) : Stream
{
    /// <summary>Small parts may be packed as tightly as they like.</summary>
    private const long RatioFrom = 16L * 1024 * 1024;

    /// <summary>Bytes that one tag or text may have; without it a single attribute could fill memory.</summary>
    private const long MaxToken = 8L * 1024 * 1024;

    private long _read;
    private long _sinceTag;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Count(buffer.AsSpan(offset, inner.Read(buffer, offset, count)));

    public override int Read(Span<byte> buffer) => Count(buffer[..inner.Read(buffer)]);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Count(buffer.Span[..read]);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
        // nothing is written
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(ReadOnlySpan<byte> block)
    {
        _read += block.Length;
        if (_read > maxBytes)
        {
            throw new TableReadException(tooLarge);
        }

        var tag = block.LastIndexOf((byte)'<');
        _sinceTag = tag < 0 ? _sinceTag + block.Length : block.Length - tag;
        return _sinceTag > MaxToken || (_read > RatioFrom && _read / Math.Max(1, packedLength) > maxRatio)
            ? throw new TableReadException(TableMessages.SuspiciousRatio(name.Length <= 100 ? name : name[..100]))
            : block.Length;
    }
}
