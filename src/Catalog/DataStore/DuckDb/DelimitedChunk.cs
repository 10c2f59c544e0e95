using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>
/// Makes lines of CSV from DuckDB's chunks, byte for byte those of <see cref="DelimitedText"/>. Cells are written column by column, where their type need not be
/// asked each time, and then put together row by row.
/// </summary>
internal sealed class DelimitedChunk
{
    private readonly DataKind[] _kinds;
    private readonly char _delimiter;
    private readonly bool _milliseconds;
    private readonly SearchValues<byte> _quoted;
    private readonly ArrayBufferWriter<byte> _lines = new(1024 * 1024);
    private readonly ArrayBufferWriter<byte>[] _cells;
    private readonly int[][] _ends;

    public DelimitedChunk(DataKind[] kinds, char delimiter, bool milliseconds)
    {
        (_kinds, _delimiter, _milliseconds) = (kinds, delimiter, milliseconds);
        _quoted = SearchValues.Create([(byte)delimiter, (byte)'"', (byte)'\n', (byte)'\r']);
        _cells = [.. kinds.Select(_ => new ArrayBufferWriter<byte>(16 * 1024))];
        _ends = [.. kinds.Select(_ => new int[2048])];
    }

    public ReadOnlyMemory<byte> Written => _lines.WrittenMemory;

    public void Clear() => _lines.ResetWrittenCount();

    public void Append(DuckChunk chunk, int rows)
    {
        for (var column = 0; column < _kinds.Length; column++)
        {
            _cells[column].ResetWrittenCount();
            if (_ends[column].Length < rows)
            {
                _ends[column] = new int[rows];
            }

            Write(chunk[column], rows, _kinds[column], _cells[column], _ends[column]);
        }

        Join(rows);
    }

    private void Join(int rows)
    {
        var size = rows * _cells.Length;
        foreach (var cells in _cells)
        {
            size += cells.WrittenCount;
        }

        var target = _lines.GetSpan(size);
        var at = 0;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < _cells.Length; column++)
            {
                var ends = _ends[column];
                var start = row == 0 ? 0 : ends[row - 1];
                var cell = _cells[column].WrittenSpan[start..ends[row]];
                cell.CopyTo(target[at..]);
                at += cell.Length;
                target[at++] = (byte)(column == _cells.Length - 1 ? '\n' : _delimiter);
            }
        }

        _lines.Advance(at);
    }

    private void Write(in DuckVector vector, int rows, DataKind kind, ArrayBufferWriter<byte> cells, int[] ends)
    {
        for (var row = 0; row < rows; row++)
        {
            if (!vector.IsNull(row))
            {
                switch (kind)
                {
                    case DataKind.Text or DataKind.Json when vector.Type.Id == DuckTypeId.Varchar:
                        Text(vector.Bytes(row), cells);
                        break;
                    case DataKind.Whole:
                        Whole(vector.Int64(row), cells);
                        break;
                    case DataKind.Numeric when vector.Type is { Id: DuckTypeId.Decimal, Width: <= 18 }:
                        Numeric((long)vector.Int128(row), vector.Type.Scale, cells);
                        break;
                    case DataKind.Boolean:
                        cells.Write(vector.Boolean(row) ? "t"u8 : "f"u8);
                        break;
                    case DataKind.Real when double.IsFinite(vector.Double(row)):
                        _ = vector.Double(row).TryFormat(cells.GetSpan(32), out var written, "R", CultureInfo.InvariantCulture);
                        cells.Advance(written);
                        break;
                    case DataKind.Date when vector.Type.Id == DuckTypeId.Date && vector.Int64(row) is >= CellText.FirstDay and <= CellText.LastDay:
                        Date(DateTime.UnixEpoch.AddDays(vector.Int64(row)), cells.GetSpan(10));
                        cells.Advance(10);
                        break;
                    case DataKind.Timestamp or DataKind.TimestampTz:
                        Moment(vector.Microseconds(row), kind, cells);
                        break;
                    default:
                        Other(StoredColumns.Read(vector, row, kind), cells);
                        break;
                }
            }

            ends[row] = cells.WrittenCount;
        }
    }

    private void Text(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> cells)
    {
        if (text.Length > 0 && text.IndexOfAny(_quoted) < 0 && !text.SequenceEqual("\\."u8))
        {
            cells.Write(text);
            return;
        }

        cells.Write("\""u8);
        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            cells.Write(text[..(quote + 1)]);
            cells.Write("\""u8);
            text = text[(quote + 1)..];
        }

        cells.Write(text);
        cells.Write("\""u8);
    }

    private static void Whole(long number, ArrayBufferWriter<byte> cells)
    {
        _ = Utf8Formatter.TryFormat(number, cells.GetSpan(20), out var written);
        cells.Advance(written);
    }

    // Without zeros behind the last digit, and without a point when none is left
    private static void Numeric(long digits, int scale, ArrayBufferWriter<byte> cells)
    {
        for (; scale > 0 && digits % 10 == 0; scale--)
        {
            digits /= 10;
        }

        if (scale == 0)
        {
            Whole(digits, cells);
            return;
        }

        var unit = 1L;
        for (var i = 0; i < scale; i++)
        {
            unit *= 10;
        }

        var (whole, rest) = Math.DivRem(Math.Abs(digits), unit);
        var target = cells.GetSpan(24);
        var at = 0;
        if (digits < 0)
        {
            target[at++] = (byte)'-';
        }

        _ = Utf8Formatter.TryFormat(whole, target[at..], out var written);
        at += written;
        target[at++] = (byte)'.';
        for (var i = scale - 1; i >= 0; i--)
        {
            target[at + i] = (byte)('0' + rest % 10);
            rest /= 10;
        }

        cells.Advance(at + scale);
    }

    private static void Date(DateTime day, Span<byte> target)
    {
        Digits(day.Year, target[..4]);
        target[4] = (byte)'-';
        Digits(day.Month, target.Slice(5, 2));
        target[7] = (byte)'-';
        Digits(day.Day, target.Slice(8, 2));
    }

    private void Moment(long microseconds, DataKind kind, ArrayBufferWriter<byte> cells)
    {
        if (microseconds is < CellText.FirstDay * CellText.MicrosecondsOfDay or >= (CellText.LastDay + 1) * CellText.MicrosecondsOfDay)
        {
            Other(kind == DataKind.Timestamp ? DataValue.Timestamp(microseconds) : DataValue.TimestampTz(microseconds), cells);
            return;
        }

        var time = DateTime.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
        var target = cells.GetSpan(40);
        Date(time, target);
        target[10] = (byte)'T';
        Digits(time.Hour, target.Slice(11, 2));
        target[13] = (byte)':';
        Digits(time.Minute, target.Slice(14, 2));
        target[16] = (byte)':';
        Digits(time.Second, target.Slice(17, 2));
        var length = 19;
        var fraction = (int)(time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
        if (_milliseconds)
        {
            target[19] = (byte)'.';
            Digits(fraction / 1000, target.Slice(20, 3));
            length = 23;
        }
        else if (fraction > 0)
        {
            target[19] = (byte)'.';
            Digits(fraction, target.Slice(20, 6));
            length = 20 + target.Slice(20, 6).TrimEnd((byte)'0').Length;
        }

        if (kind == DataKind.TimestampTz)
        {
            "+00:00"u8.CopyTo(target[length..]);
            length += 6;
        }

        cells.Advance(length);
    }

    private static void Digits(int number, Span<byte> target)
    {
        for (var i = target.Length - 1; i >= 0; i--)
        {
            target[i] = (byte)('0' + number % 10);
            number /= 10;
        }
    }

    private void Other(DataValue value, ArrayBufferWriter<byte> cells)
    {
        if (CellText.Of(value, _milliseconds) is { } text)
        {
            Text(Encoding.UTF8.GetBytes(text), cells);
        }
    }
}
