using System.Buffers;
using System.Globalization;
using System.Text;

namespace Purbalingga.Tables.Writing;

/// <summary>Writes the XML of one sheet after another into a buffer that its owner empties.</summary>
internal sealed class SheetXml
{
    public const int FlushAt = 64 * 1024;
    private const int MaxText = 32_767;

    private static readonly DateTime FirstSafeDay = new(1900, 3, 1);
    private static readonly DateTime Epoch = new(1899, 12, 30);

    private readonly ArrayBufferWriter<byte> _buffer;
    private readonly byte[][] _letters;
    private int _row;

    public SheetXml(ArrayBufferWriter<byte> buffer, int columns)
    {
        _buffer = buffer;
        _letters = [.. Enumerable.Range(0, columns).Select(i => Encoding.ASCII.GetBytes(Letters(i)))];
    }

    /// <summary>Widths in characters that show the header and the usual values.</summary>
    public static IReadOnlyList<int> Widths(IReadOnlyList<string> headers, IReadOnlyList<TableColumn> columns) =>
        [.. headers.Select((header, i) => Math.Clamp(header.Length + 3, columns[i].Type == ColumnType.Text ? 16 : 12, 40))];

    public void Begin(IReadOnlyList<int> widths, bool freezeHeader)
    {
        _row = 0;
        _buffer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        _buffer.Write(freezeHeader
            ? "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"u8
            : ""u8);
        _buffer.Write("<cols>"u8);
        for (var i = 0; i < widths.Count; i++)
        {
            Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{widths[i]}\" customWidth=\"1\"/>"), _buffer);
        }

        _buffer.Write("</cols><sheetData>"u8);
    }

    public void Header(IReadOnlyList<string> texts)
    {
        OpenRow();
        for (var i = 0; i < texts.Count; i++)
        {
            OpenCell(i, " s=\"1\""u8);
            Text(texts[i]);
        }

        CloseRow();
    }

    public void Row(TableRow row)
    {
        OpenRow();
        for (var i = 0; i < _letters.Length; i++)
        {
            Cell(i, row.At(i));
        }

        CloseRow();
    }

    /// <summary>Texts for people, the first bold, the others wrapped; none is a formula.</summary>
    public void Line(SheetLine line)
    {
        OpenRow();
        for (var i = 0; i < line.Cells.Count && i < _letters.Length; i++)
        {
            OpenCell(i, i == 0 || line.IsHeading ? " s=\"1\""u8 : " s=\"4\""u8);
            Text(line.Cells[i]);
        }

        CloseRow();
    }

    /// <summary>Ends the sheet; gives the absolute range of its filter, or null without one.</summary>
    public string? End(bool filter)
    {
        _buffer.Write("</sheetData>"u8);
        string? range = null;
        if (filter)
        {
            var last = Encoding.ASCII.GetString(_letters[^1]);
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<autoFilter ref=\"A1:{last}{_row}\"/>"), _buffer);
            range = string.Create(CultureInfo.InvariantCulture, $"$A$1:${last}${_row}");
        }

        _buffer.Write("</worksheet>"u8);
        return range;
    }

    private void Cell(int column, TableCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                OpenCell(column, default);
                Text(cell.Text);
                break;
            case CellKind.Number:
                OpenCell(column, default);
                _buffer.Write("><v>"u8);
                Number(cell.Number);
                _buffer.Write("</v></c>"u8);
                break;
            case CellKind.Boolean:
                OpenCell(column, default);
                _buffer.Write(cell.Boolean ? " t=\"b\"><v>1</v></c>"u8 : " t=\"b\"><v>0</v></c>"u8);
                break;
            case CellKind.Date or CellKind.DateTime when cell.DateTime < FirstSafeDay:
                OpenCell(column, default);
                Text(cell.ToInvariantString());
                break;
            case CellKind.Date or CellKind.DateTime:
                OpenCell(column, cell.Kind == CellKind.Date ? " s=\"2\""u8 : " s=\"3\""u8);
                _buffer.Write("><v>"u8);
                Number((cell.DateTime - Epoch).TotalDays);
                _buffer.Write("</v></c>"u8);
                break;
        }
    }

    private void Text(string text)
    {
        // Readers trim a text that does not say that its outer spaces count
        var outer = text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));
        _buffer.Write(outer ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : " t=\"inlineStr\"><is><t>"u8);
        XmlText.Write(text.Length <= MaxText ? text : string.Concat(text.AsSpan(0, MaxText - 1), "…"), _buffer);
        _buffer.Write("</t></is></c>"u8);
    }

    private void Number(double value)
    {
        var span = _buffer.GetSpan(32);
        _ = value.TryFormat(span, out var written, default, CultureInfo.InvariantCulture);
        _buffer.Advance(written);
    }

    private void Number(int value)
    {
        var span = _buffer.GetSpan(16);
        _ = value.TryFormat(span, out var written, default, CultureInfo.InvariantCulture);
        _buffer.Advance(written);
    }

    private void OpenRow()
    {
        _row++;
        _buffer.Write("<row r=\""u8);
        Number(_row);
        _buffer.Write("\">"u8);
    }

    private void CloseRow() => _buffer.Write("</row>"u8);

    /// <summary>Writes the cell's beginning up to its style; the start tag is still open.</summary>
    private void OpenCell(int column, ReadOnlySpan<byte> style)
    {
        _buffer.Write("<c r=\""u8);
        _buffer.Write(_letters[column]);
        Number(_row);
        _buffer.Write("\""u8);
        _buffer.Write(style);
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
