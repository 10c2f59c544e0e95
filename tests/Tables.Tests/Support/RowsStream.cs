using System.Text;

namespace Purbalingga.Tables.Tests.Support;

/// <summary>A seekable text of many rows that is made while it is read, so that a test of memory does not hold the file itself.</summary>
internal sealed class RowsStream : Stream
{
    private const int RowsPerBlock = 1000;

    private readonly string _header;
    private readonly Func<int, string> _row;
    private readonly long[] _starts;
    private byte[] _block = [];
    private int _blockNumber = -1;

    public RowsStream(string header, Func<int, string> row, int rows)
    {
        _header = header;
        _row = row;
        Rows = rows;
        var blocks = (rows + RowsPerBlock - 1) / RowsPerBlock;
        _starts = new long[blocks + 1];
        for (var i = 0; i < blocks; i++)
        {
            _starts[i + 1] = _starts[i] + Make(i).Length;
        }
    }

    public int Rows { get; }
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => _starts[^1];
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position >= Length || count == 0)
        {
            return 0;
        }

        var at = Array.BinarySearch(_starts, Position);
        var number = at >= 0 ? at : ~at - 1;
        if (number != _blockNumber)
        {
            _block = Make(number);
            _blockNumber = number;
        }

        var from = (int)(Position - _starts[number]);
        var length = Math.Min(count, _block.Length - from);
        _block.AsSpan(from, length).CopyTo(buffer.AsSpan(offset));
        Position += length;
        return length;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
        // nothing is written
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte[] Make(int number)
    {
        var text = new StringBuilder(number == 0 ? _header : "");
        for (var i = number * RowsPerBlock; i < Math.Min(Rows, (number + 1) * RowsPerBlock); i++)
        {
            text.Append(_row(i));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
