using System.Buffers;
using System.Globalization;
using System.Text;

namespace Purbalingga.Tables.Writing;

/// <summary>One writing of rows as elements.</summary>
internal sealed class XmlOutput(Stream output, TableWriteOptions options)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(i => i is not ('\t' or '\n')).Select(i => (char)i), '&', '<', '>', '\uFFFE', '\uFFFF']);

    private readonly OutputBuffer _buffer = new(output);

    public async Task<long> WriteAsync(TableContent content, CancellationToken ct)
    {
        (byte[] Start, byte[] End, byte[] Nil)[] tags = [.. XmlNames.Of(Headers.Of(content.Columns, options.Header))
            .Select(name => (Encoding.UTF8.GetBytes($"<{name}>"), Encoding.UTF8.GetBytes($"</{name}>"), Encoding.UTF8.GetBytes($"<{name} xsi:nil=\"true\" />")))];
        _buffer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"u8);
        long rows = 0;
        await foreach (var row in content.Rows.WithCancellation(ct).ConfigureAwait(false))
        {
            Open(++rows);
            for (var i = 0; i < tags.Length; i++)
            {
                var cell = row.At(i);
                if (cell.Kind is CellKind.Empty or CellKind.Error)
                {
                    _buffer.Write(tags[i].Nil);
                    continue;
                }

                _buffer.Write(tags[i].Start);
                Text(cell.ToInvariantString());
                _buffer.Write(tags[i].End);
            }

            _buffer.Write("</row>\n"u8);
            if (_buffer.IsFull)
            {
                await _buffer.PassOnAsync(ct).ConfigureAwait(false);
            }
        }

        _buffer.Write("</data>\n"u8);
        await _buffer.CompleteAsync(ct).ConfigureAwait(false);
        return rows;
    }

    private void Open(long row)
    {
        _buffer.Write("<row _id=\""u8);
        _ = row.TryFormat(_buffer.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        _buffer.Advance(written);
        _buffer.Write("\">"u8);
    }

    private void Text(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            Encoding.UTF8.GetBytes(text[..at], _buffer);
            // A carriage return that stands bare is read as a line feed; other signs that XML cannot hold at all are left out
            _buffer.Write(text[at] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, '>' => "&gt;"u8, '\r' => "&#13;"u8, _ => ""u8 });
            text = text[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(text, _buffer);
    }
}
