using System.Globalization;
using System.Xml;

namespace Purbalingga.Tables.Reading.Ods;

/// <summary>Reads the rows of one sheet, one after another, into the same list of cells.</summary>
internal sealed class OdsSheetReader : IDisposable
{
    private const int LastRow = 1_048_576;

    /// <summary>Blank rows given for a repeated one; more are blank all the same.</summary>
    private const int MaxGapRows = 100;

    /// <summary>Cells that repetition may make out of nothing; a formatted column to the end of the sheet is blank and does not count.</summary>
    private const long MaxRepeatedCells = 5_000_000;

    private readonly XmlReader _xml;
    private readonly TableSheet _sheet;
    private readonly TableReadLimits _limits;
    private readonly OdsText _text;
    private readonly MergedCells _merges = MergedCells.WithoutRanges();
    private readonly List<TableCell> _row = [];
    private int _repeat;
    private long _repeated;
    private bool _ended;

    public OdsSheetReader(OfficePackage package, TableSheet sheet, TableReadLimits limits)
    {
        _sheet = sheet;
        _limits = limits;
        _text = new OdsText(limits.MaxFieldCharacters);
        _xml = package.ReadPart(OdsNames.Content);
        for (var left = sheet.Index; ;)
        {
            if (!_xml.Step())
            {
                throw new InvalidDataException("The sheet is not there.");
            }

            if (_xml.IsSheet() && left-- == 0)
            {
                _ended = _xml.IsEmptyElement;
                return;
            }
        }
    }

    /// <summary>Number of the row read last, 1-based; 0 before the first.</summary>
    public int Row { get; private set; }

    /// <summary>Cells of the row read last, from the first column to the last filled one.</summary>
    public List<TableCell> Cells { get; } = [];

    public bool Read()
    {
        if (_repeat == 0 && !ReadRow())
        {
            return false;
        }

        _repeat--;
        Row++;
        Cells.Clear();
        Cells.AddRange(_row);
        _merges.Apply(Row - 1, Cells);
        return true;
    }

    public void Dispose() => _xml.Dispose();

    private bool ReadRow()
    {
        while (!_ended && _xml.Step())
        {
            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == OdsNames.TableDepth)
            {
                _ended = true;
            }
            else if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "table-row" && _xml.NamespaceURI == OdsNames.Table)
            {
                _repeat = Count("number-rows-repeated");
                ReadCells();
                SettleRepeat();
                return true;
            }
        }

        return false;
    }

    private void SettleRepeat()
    {
        if (_row.Count == 0 && _repeat > MaxGapRows)
        {
            Row += _repeat - MaxGapRows;
            _repeat = MaxGapRows;
        }

        _repeated += (_repeat - 1L) * _row.Count;
        Bound(_repeated);
        // Blank rows to the end of the sheet are usual; a filled one beyond it is made up
        if (_row.Count > 0 && Row + _repeat > LastRow)
        {
            throw new TableReadException(TableMessages.OverLimit("baris", "rows", LastRow)) { Sheet = _sheet.Name, Row = LastRow };
        }
    }

    private void ReadCells()
    {
        _row.Clear();
        if (_xml.IsEmptyElement)
        {
            return;
        }

        var depth = _xml.Depth;
        var column = 0;
        while (_xml.Step() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element || _xml.NamespaceURI != OdsNames.Table || _xml.LocalName is not ("table-cell" or "covered-table-cell"))
            {
                continue;
            }

            var covered = _xml.LocalName[0] == 'c';
            var repeat = Count("number-columns-repeated");
            var columns = covered ? 1 : Count("number-columns-spanned");
            var rows = covered ? 1 : Count("number-rows-spanned");
            var cell = ReadCell();
            cell = covered ? TableCell.Empty : cell; // what a merged cell hides is not meant
            if (!cell.IsEmpty)
            {
                Fill(cell, column, repeat);
                if (columns > 1 || rows > 1)
                {
                    _merges.Begin(new MergedRange(Row, column, Row + rows - 1, column + columns - 1), cell);
                }
            }

            column += repeat;
        }
    }

    private void Fill(TableCell cell, int column, int repeat)
    {
        if ((long)column + repeat > _limits.MaxColumns)
        {
            throw new TableReadException(TableMessages.ColumnsOverLimit(Row + 1, _limits.MaxColumns)) { Sheet = _sheet.Name, Row = Row + 1 };
        }

        _repeated += repeat - 1;
        Bound(_repeated);
        while (_row.Count < column)
        {
            _row.Add(TableCell.Empty);
        }

        for (var i = 0; i < repeat; i++)
        {
            _row.Add(cell);
        }
    }

    private void Bound(long repeated)
    {
        if (repeated > MaxRepeatedCells)
        {
            throw new TableReadException(TableMessages.SuspiciousRatio(OdsNames.Content)) { Sheet = _sheet.Name, Row = Row + 1 };
        }
    }

    /// <summary>A number of repetitions or of merged cells; 1 where nothing is said.</summary>
    private int Count(string name)
    {
        var text = _xml.GetAttribute(name, OdsNames.Table);
        return text is null ? 1 : Math.Clamp(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), 1, 2 * LastRow);
    }

    /// <summary>Reads the cell that the reader stands on; ends on its end tag or itself when it is empty.</summary>
    private TableCell ReadCell()
    {
        var type = _xml.GetAttribute("value-type", OdsNames.Office);
        var isError = _xml.GetAttribute("value-type", OdsNames.CalcExtension) == "error";
        var value = type switch
        {
            "date" => _xml.GetAttribute("date-value", OdsNames.Office),
            "time" => _xml.GetAttribute("time-value", OdsNames.Office),
            "boolean" => _xml.GetAttribute("boolean-value", OdsNames.Office),
            "string" => _xml.GetAttribute("string-value", OdsNames.Office),
            _ => _xml.GetAttribute("value", OdsNames.Office),
        };
        var shown = _text.Read(_xml) ?? throw new TableReadException(TableMessages.FieldTooLong(Row + 1, _limits.MaxFieldCharacters))
        {
            Sheet = _sheet.Name,
            Row = Row + 1,
        };
        return isError ? TableCell.OfError(shown) : OdsValue.Of(type, value, shown);
    }
}
