using System.Globalization;
using System.Text;
using System.Xml;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>Reads the rows of one sheet, one after another, into the same list of cells.</summary>
internal sealed class XlsxSheetReader : IDisposable
{
    private const int LastRow = 1_048_576;

    /// <summary>Blank rows given for a gap in the row numbers; a longer gap is blank all the same.</summary>
    private const int MaxGapRows = 100;

    private readonly XmlReader _xml;
    private readonly TableSheet _sheet;
    private readonly TableReadLimits _limits;
    private readonly string[] _texts;
    private readonly CellFormat[] _formats;
    private readonly bool _from1904;
    private readonly StringBuilder _builder = new();
    private readonly string _rowName;
    private readonly string _cellName;
    private readonly string _valueName;
    private char[] _value = new char[256];
    private int _valueLength;
    private int _pendingRow;
    private bool _ended;

    public XlsxSheetReader(XlsxWorkbook workbook, string part, TableSheet sheet, TableReadLimits limits)
    {
        _sheet = sheet;
        _limits = limits;
        _texts = workbook.Texts;
        _formats = workbook.Formats;
        _from1904 = workbook.From1904;
        _xml = workbook.Package.ReadPart(part);
        _rowName = _xml.NameTable.Add("row");
        _cellName = _xml.NameTable.Add("c");
        _valueName = _xml.NameTable.Add("v");
    }

    /// <summary>Number of the row read last, 1-based; 0 before the first.</summary>
    public int Row { get; private set; }

    /// <summary>Cells of the row read last, from the first column to the last filled one.</summary>
    public List<TableCell> Cells { get; } = [];

    /// <summary>Moves to the next row; rows that the file skips are given as blank ones.</summary>
    public bool Read()
    {
        Cells.Clear();
        if (_pendingRow == 0 && !FindRow())
        {
            return false;
        }

        Row++;
        if (Row < _pendingRow)
        {
            return true;
        }

        _pendingRow = 0;
        ReadCells();
        return true;
    }

    public void Dispose() => _xml.Dispose();

    private bool FindRow()
    {
        while (!_ended && _xml.Step())
        {
            if (_xml.NodeType == XmlNodeType.Element && ReferenceEquals(_xml.LocalName, _rowName))
            {
                var number = RowNumber();
                if (number > LastRow)
                {
                    throw new TableReadException(TableMessages.OverLimit("baris", "rows", LastRow)) { Sheet = _sheet.Name, Row = number };
                }

                if (number <= Row)
                {
                    throw new InvalidDataException("Rows are out of order.");
                }

                _pendingRow = number;
                Row = Math.Max(Row, number - 1 - MaxGapRows);
                return true;
            }

            // What follows the rows is formatting, drawings and links
            _ended = _xml.NodeType == XmlNodeType.EndElement && _xml.LocalName == "sheetData";
        }

        return false;
    }

    private int RowNumber()
    {
        var text = _xml.GetAttribute("r");
        return text is null ? Row + 1 : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private void ReadCells()
    {
        if (_xml.IsEmptyElement)
        {
            return;
        }

        var depth = _xml.Depth;
        var column = -1;
        while (_xml.Step() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element || !ReferenceEquals(_xml.LocalName, _cellName))
            {
                continue;
            }

            var reference = _xml.GetAttribute("r");
            column = reference is null ? column + 1 : CellReference.Column(reference);
            if (column < 0)
            {
                throw new InvalidDataException("A cell has no valid reference.");
            }

            if (column >= _limits.MaxColumns)
            {
                throw new TableReadException(TableMessages.ColumnsOverLimit(Row, _limits.MaxColumns)) { Sheet = _sheet.Name, Row = Row };
            }

            var cell = ReadCell();
            if (!cell.IsEmpty)
            {
                while (Cells.Count <= column)
                {
                    Cells.Add(TableCell.Empty);
                }

                Cells[column] = cell;
            }
        }
    }

    private TableCell ReadCell()
    {
        if (_xml.IsEmptyElement)
        {
            return TableCell.Empty;
        }

        var type = _xml.GetAttribute("t");
        var style = _xml.GetAttribute("s");
        var depth = _xml.Depth;
        _valueLength = 0;
        string? inline = null;
        var more = _xml.Step();
        while (more && _xml.Depth > depth)
        {
            if (_xml.NodeType == XmlNodeType.Element && ReferenceEquals(_xml.LocalName, _valueName))
            {
                ReadValue(depth + 1);
            }
            else if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "is")
            {
                inline = XlsxText.ReadRich(_xml, _builder);
            }

            // Formulas are passed over: what they last came to is the value
            more = _xml.Step();
        }

        return inline is not null ? OfText(inline) : Convert(type, style);
    }

    /// <summary>Copies the text of the value element; ends on its end tag or itself when it is empty.</summary>
    private void ReadValue(int depth)
    {
        if (_xml.IsEmptyElement)
        {
            return;
        }

        while (_xml.Step() && _xml.Depth > depth)
        {
            if (_xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                continue;
            }

            int read;
            while ((read = _xml.ReadValueChunk(_value, _valueLength, _value.Length - _valueLength)) > 0)
            {
                _valueLength += read;
                if (_valueLength == _value.Length)
                {
                    if (_valueLength >= _limits.MaxFieldCharacters)
                    {
                        throw new TableReadException(TableMessages.FieldTooLong(Row, _limits.MaxFieldCharacters)) { Sheet = _sheet.Name, Row = Row };
                    }

                    Array.Resize(ref _value, _value.Length * 2);
                }
            }
        }
    }

    private TableCell Convert(string? type, string? style)
    {
        var value = _value.AsSpan(0, _valueLength);
        if (value.IsEmpty)
        {
            return TableCell.Empty;
        }

        switch (type)
        {
            case null or "n":
                return OfNumber(value, style);
            case "s":
                return int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index)
                    && index >= 0 && index < _texts.Length ? OfText(_texts[index]) : throw new InvalidDataException("A cell refers to a text that is not there.");
            case "b":
                return TableCell.OfBoolean(value.Trim() is "1" or "true");
            case "e":
                return TableCell.OfError(value.ToString());
            case "d":
                return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
                    ? moment.TimeOfDay == TimeSpan.Zero ? TableCell.OfDate(DateOnly.FromDateTime(moment)) : TableCell.OfDateTime(moment)
                    : OfText(value.ToString());
            default:
                return OfText(XlsxText.Unescape(value.ToString()));
        }
    }

    private TableCell OfNumber(ReadOnlySpan<char> value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return OfText(value.ToString());
        }

        return style is not null && int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _formats.Length
            ? _formats[index].Apply(number, _from1904)
            : TableCell.OfNumber(number);
    }

    private static TableCell OfText(string text) => string.IsNullOrWhiteSpace(text) ? TableCell.Empty : TableCell.OfText(text);
}
