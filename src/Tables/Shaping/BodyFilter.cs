namespace Purbalingga.Tables.Shaping;

/// <summary>Lets the table's rows pass and holds back what may turn out to be the foot of the sheet.</summary>
/// <remarks>Holds at most <see cref="MaxHeld"/> rows: a foot is short, and a row is only left out when nothing regular follows it.</remarks>
internal sealed class BodyFilter(Layout layout, bool delimited, string? sheet)
{
    private const int MaxHeld = 100;
    private const int MaxText = 200;

    /// <summary>Rows left out at most; a table with more of them is not what the rules are made for, and the rest is kept as data.</summary>
    private const int MaxLeftOut = 100_000;

    private readonly List<(TableRow Row, LeftOutReason? Reason)> _held = [];
    private readonly List<LeftOutRow> _leftOut = [];
    private readonly ColumnSums _sums = new(layout.SourceColumns);
    private int _totalsInside;
    private int _shortRows;
    private int _firstShortRow;
    private int _outside;
    private int _firstOutside;

    public IReadOnlyList<LeftOutRow> LeftOut => _leftOut;

    public int BlankRows { get; private set; }

    /// <summary>Whether the rows taken last may still be the foot.</summary>
    public bool IsHolding => _held.Count > 0;

    public int? FirstDataRow { get; private set; }

    /// <summary>Takes the next raw row of the sheet; gives the table rows that are now certain.</summary>
    /// <exception cref="TableReadException">A row of delimited text has more fields than the header.</exception>
    /// <param name="row">As in the file.</param>
    /// <param name="verdict">What an operator said of the row; null to have it judged.</param>
    public IEnumerable<TableRow> Take(TableRow row, RowVerdict? verdict = null)
    {
        if (verdict == RowVerdict.LeaveOut)
        {
            ListLeftOut(row, LeftOutReason.Correction);
            yield break;
        }

        var reason = verdict == RowVerdict.Keep ? null : Judge(row);
        if (reason == LeftOutReason.RepeatedHeader && _leftOut.Count < MaxLeftOut)
        {
            ListLeftOut(row, LeftOutReason.RepeatedHeader);
            yield break;
        }

        var sparse = reason is null && verdict is null && (IsSparse(row) || (IsNames(row) && _held.Exists(held => held.Reason == LeftOutReason.Signature)));
        if ((reason is not null || sparse) && _held.Count < MaxHeld)
        {
            _held.Add((row, reason));
            yield break;
        }

        foreach (var (held, why) in _held)
        {
            if (why == LeftOutReason.Blank)
            {
                BlankRows++;
                continue;
            }

            _totalsInside += why == LeftOutReason.Total ? 1 : 0;
            yield return Project(held);
        }

        _held.Clear();
        if (reason == LeftOutReason.Blank)
        {
            BlankRows++;
        }
        else
        {
            yield return Project(row);
        }
    }

    /// <summary>The sheet is at its end: decides about what is held.</summary>
    public IEnumerable<TableRow> Finish()
    {
        bool afterBlank = false, inFoot = false;
        foreach (var (row, reason) in _held)
        {
            switch (reason)
            {
                case LeftOutReason.Blank:
                    BlankRows++;
                    afterBlank = true;
                    break;
                case LeftOutReason.Total when _totalsInside == 0 && FirstDataRow is not null:
                    ListLeftOut(row, LeftOutReason.Total);
                    break;
                case LeftOutReason.Note or LeftOutReason.Signature when FirstDataRow is not null:
                    inFoot = true;
                    ListLeftOut(row, reason.Value);
                    break;
                default:
                    if ((afterBlank || inFoot) && FirstDataRow is not null && (IsSparse(row) || (inFoot && IsNames(row))))
                    {
                        // Names under a signature line stand alone in their rows
                        ListLeftOut(row, _leftOut.Count > 0 && _leftOut[^1].Reason == LeftOutReason.Signature ? LeftOutReason.Signature : LeftOutReason.Note);
                    }
                    else
                    {
                        yield return Project(row);
                    }

                    break;
            }
        }

        _held.Clear();
    }

    public IEnumerable<TableWarning> Warnings()
    {
        if (_shortRows > 0)
        {
            yield return new TableWarning(TableMessages.ShortRows(_shortRows, _firstShortRow)) { Row = _firstShortRow };
        }

        if (_outside > 0)
        {
            yield return new TableWarning(TableMessages.CellsOutside(_outside, _firstOutside)) { Row = _firstOutside };
        }
    }

    private LeftOutReason? Judge(TableRow row)
    {
        if (row.IsBlank())
        {
            return LeftOutReason.Blank;
        }

        if (IsRepeatedHeader(row))
        {
            return LeftOutReason.RepeatedHeader;
        }

        var width = layout.SourceColumns.Length;
        var own = row.Own();
        var first = FirstText(row);
        if (own <= 2 && FootWords.IsNote(first))
        {
            return LeftOutReason.Note;
        }

        if (row.OwnCells().Take(2).Any(cell => FootWords.IsTotal(cell.Cell.Text)))
        {
            return LeftOutReason.Total;
        }

        if (FootWords.IsArea(first) && _sums.Explain(row, orMean: false))
        {
            return LeftOutReason.Total;
        }

        if (FootWords.MayBeTotal(first) && (_sums.Explain(row, orMean: true) || (_held.Count > 0 && _held[^1].Reason == LeftOutReason.Total)))
        {
            return LeftOutReason.Total;
        }

        return own <= 3 && (own < width || width == 1) && row.OwnCells().Any(cell => FootWords.IsSignature(cell.Cell.Text))
            ? LeftOutReason.Signature
            : null;
    }

    private bool IsRepeatedHeader(TableRow row)
    {
        if (layout.HeaderRows.Count == 0 || row.Cells.Count == 0)
        {
            return false;
        }

        foreach (var header in layout.Numbers is null ? layout.HeaderRows : layout.HeaderRows.Append(layout.Numbers))
        {
            var same = 0;
            var own = 0;
            foreach (var (column, cell) in header.OwnCells())
            {
                own++;
                if (!string.Equals(cell.Text.Trim(), row.At(column).Text.Trim(), StringComparison.OrdinalIgnoreCase))
                {
                    same = -1;
                    break;
                }

                same++;
            }

            if (same > 0 && same == own && row.Own() == own && (own > 1 || layout.SourceColumns.Length > 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>So few values that the row is a heading or note rather than a record.</summary>
    private bool IsSparse(TableRow row)
    {
        var filled = row.Filled();
        return layout.SourceColumns.Length switch
        {
            1 => false,
            < 5 => filled <= 1,
            _ => filled <= 2,
        };
    }

    /// <summary>Words only and few of them, as the names of two who sign.</summary>
    private bool IsNames(TableRow row) =>
        row.Own() <= Math.Min(3, layout.SourceColumns.Length - 1) && row.OwnCells().All(own => own.Cell.IsWord());

    private TableRow Project(TableRow row)
    {
        FirstDataRow ??= row.Number;
        _sums.Add(row);
        if (delimited)
        {
            CheckWidth(row);
        }

        var cells = new TableCell[layout.SourceColumns.Length];
        var kept = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = row.At(layout.SourceColumns[i]);
            kept += cell.IsEmpty ? 0 : 1;
            // A text merged across a data row belongs to its first column only
            cells[i] = cell.IsFromLeft ? TableCell.Empty : cell;
        }

        CountOutside(row, kept);
        return new TableRow(row.Number, cells);
    }

    private void CheckWidth(TableRow row)
    {
        for (var i = row.Cells.Count - 1; i >= layout.Width; i--)
        {
            if (!row.Cells[i].IsBlank())
            {
                throw new TableReadException(TableMessages.TooManyFields(row.Number, row.Cells.Count, layout.Width))
                {
                    Sheet = sheet,
                    Row = row.Number,
                    Column = layout.Labels.Count > 0 ? layout.Labels[^1] : null,
                    Value = row.Cells[i].Text is { Length: <= 200 } text ? text : row.Cells[i].Text[..200],
                };
            }
        }

        if (row.Cells.Count < layout.Width)
        {
            _firstShortRow = _shortRows++ == 0 ? row.Number : _firstShortRow;
        }
    }

    private void CountOutside(TableRow row, int kept)
    {
        if (row.Cells.Count == kept)
        {
            return;
        }

        var filled = 0;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            filled += row.Cells[i].IsEmpty ? 0 : 1;
        }

        if (filled > kept)
        {
            _firstOutside = _outside == 0 ? row.Number : _firstOutside;
            _outside += filled - kept;
        }
    }

    private void ListLeftOut(TableRow row, LeftOutReason reason)
    {
        _leftOut.Add(new LeftOutRow(row.Number, reason, reason == LeftOutReason.Signature || _leftOut.Count >= MaxText ? "" : row.Excerpt()));
    }

    private static string FirstText(TableRow row)
    {
        foreach (var (_, cell) in row.OwnCells())
        {
            return cell.Text;
        }

        return "";
    }
}
