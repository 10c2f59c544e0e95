namespace Purbalingga.Tables.Reading;

/// <summary>Fills the cells of a merged range with the value of its first cell, row by row.</summary>
internal sealed class MergedCells
{
    /// <summary>Ranges beyond this are left unexpanded; no real sheet has so many and each costs on every row it spans.</summary>
    public const int MaxRanges = 100_000;

    /// <summary>A title merged over thousands of columns is not worth thousands of cells.</summary>
    private const int MaxColumns = 256;

    /// <summary>Ranges that may be open at once; beyond it they could make every row cost as much as a sheet.</summary>
    private const int MaxOpen = 4096;

    private readonly MergedRange[] _byFirstRow;
    private readonly List<(MergedRange Range, TableCell Value)> _open = [];
    private int _next;

    private MergedCells(MergedRange[] byFirstRow) => _byFirstRow = byFirstRow;

    /// <summary>Null when there are no ranges.</summary>
    public static MergedCells? Of(IEnumerable<MergedRange> ranges)
    {
        // A damaged binary workbook can hold ranges that lie nowhere
        var sorted = ranges.Where(range => range is { FromRow: >= 0, FromColumn: >= 0 }).Take(MaxRanges).OrderBy(range => range.FromRow).ToArray();
        return sorted.Length == 0 ? null : new MergedCells(sorted);
    }

    /// <summary>For files that tell a range where it begins; see <see cref="Begin"/>.</summary>
    public static MergedCells WithoutRanges() => new([]);

    /// <summary>Opens a range at its first cell; must be called before <see cref="Apply"/> for that row.</summary>
    public void Begin(MergedRange range, TableCell value)
    {
        if (!value.IsEmpty && _open.Count < MaxOpen)
        {
            _open.Add((range, value));
        }
    }

    /// <summary>Expands into the row; must be called for each row in order.</summary>
    /// <param name="row">0-based.</param>
    /// <param name="cells">Grows where a range reaches beyond it.</param>
    public void Apply(int row, List<TableCell> cells)
    {
        _open.RemoveAll(open => open.Range.ToRow < row);
        while (_next < _byFirstRow.Length && _byFirstRow[_next].FromRow <= row)
        {
            var range = _byFirstRow[_next++];
            var value = range.FromRow == row && range.FromColumn < cells.Count ? cells[range.FromColumn] : TableCell.Empty;
            if (!value.IsEmpty && range.ToRow >= row && _open.Count < MaxOpen)
            {
                _open.Add((range, value));
            }
        }

        foreach (var (range, value) in _open)
        {
            var last = Math.Min(range.ToColumn, range.FromColumn + MaxColumns - 1);
            for (var column = range.FromColumn; column <= last; column++)
            {
                while (cells.Count <= column)
                {
                    cells.Add(TableCell.Empty);
                }

                if (cells[column].IsEmpty)
                {
                    cells[column] = value.AsMergedCopy(fromLeft: column > range.FromColumn);
                }
            }
        }
    }
}
