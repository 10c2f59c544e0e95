using System.Buffers;
using System.Globalization;
using System.Text;

namespace Purbalingga.Tables.Writing;

/// <summary>One writing of delimited text.</summary>
internal sealed class DelimitedOutput
{
    private const int FlushAt = 64 * 1024;

    private readonly Stream _output;
    private readonly TableWriteOptions _options;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt + 4096);
    private readonly SearchValues<char> _quoted;
    private readonly byte _delimiter;

    public DelimitedOutput(Stream output, TableWriteOptions options, char delimiter)
    {
        if (!char.IsAscii(delimiter) || delimiter is '"' or '\r' or '\n')
        {
            throw new ArgumentException("The delimiter must be an ASCII character other than a quote or line end.", nameof(options));
        }

        _output = output;
        _options = options;
        _delimiter = (byte)delimiter;
        _quoted = SearchValues.Create([delimiter, '"', '\r', '\n']);
    }

    public async Task<long> WriteAsync(TableContent content, CancellationToken ct)
    {
        if (_options.ByteOrderMark)
        {
            _buffer.Write("\uFEFF"u8);
        }

        WriteHeader(content.Columns);
        long rows = 0;
        await foreach (var row in content.Rows.WithCancellation(ct).ConfigureAwait(false))
        {
            WriteRow(row, content.Columns.Count);
            rows++;
            if (_buffer.WrittenCount >= FlushAt)
            {
                await FlushAsync(ct).ConfigureAwait(false);
            }
        }

        await FlushAsync(ct).ConfigureAwait(false);
        await _output.FlushAsync(ct).ConfigureAwait(false);
        return rows;
    }

    private void WriteHeader(IReadOnlyList<TableColumn> columns)
    {
        var texts = Headers.Of(columns, _options.Header);
        for (var i = 0; i < texts.Length; i++)
        {
            Separate(i);
            WriteText(texts[i], alone: texts.Length == 1);
        }

        EndLine();
    }

    private void WriteRow(TableRow row, int columns)
    {
        for (var i = 0; i < columns; i++)
        {
            Separate(i);
            WriteCell(row.At(i), alone: columns == 1);
        }

        EndLine();
    }

    private void WriteCell(TableCell cell, bool alone)
    {
        if (cell.Kind == CellKind.Text)
        {
            WriteText(cell.Text, alone);
        }
        else if (cell.Kind == CellKind.Number && _options.Values == ValueText.Invariant)
        {
            var span = _buffer.GetSpan(32);
            _ = cell.Number.TryFormat(span, out var written, default, CultureInfo.InvariantCulture);
            _buffer.Advance(written);
        }
        else
        {
            var text = _options.Values == ValueText.AsWritten && cell.Kind != CellKind.Error ? cell.Text : cell.ToInvariantString();
            WriteField(text, alone && text.Length == 0);
        }
    }

    private void WriteText(string text, bool alone)
    {
        text = _options.SpreadsheetSafe ? SpreadsheetText.Disarm(text) : text;
        WriteField(text, alone && string.IsNullOrWhiteSpace(text));
    }

    /// <param name="text">The field.</param>
    /// <param name="mustQuote">A row of one empty field would read back as a blank line.</param>
    private void WriteField(string text, bool mustQuote)
    {
        if (!mustQuote && text.AsSpan().IndexOfAny(_quoted) < 0 && !HasOuterSpace(text))
        {
            Encoding.UTF8.GetBytes(text, _buffer);
            return;
        }

        _buffer.Write("\""u8);
        Encoding.UTF8.GetBytes(text.Contains('"', StringComparison.Ordinal) ? text.Replace("\"", "\"\"", StringComparison.Ordinal) : text, _buffer);
        _buffer.Write("\""u8);
    }

    private static bool HasOuterSpace(string text) => text.Length > 0 && (text[0] == ' ' || text[^1] == ' ');

    private void Separate(int column)
    {
        if (column > 0)
        {
            _buffer.GetSpan(1)[0] = _delimiter;
            _buffer.Advance(1);
        }
    }

    private void EndLine() => _buffer.Write(_options.CarriageReturn ? "\r\n"u8 : "\n"u8);

    private async ValueTask FlushAsync(CancellationToken ct)
    {
        await _output.WriteAsync(_buffer.WrittenMemory, ct).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }
}
