using ExcelDataReader;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>Fills the cells of a merged range with the value of its first cell, row by row.</summary>
internal sealed class MergedCells
{
    /// <summary>Ranges beyond this are left unexpanded; no real sheet has so many and each costs on every row it spans.</summary>
    private const int MaxRanges = 100_000;

    private readonly CellRange[] _byFirstRow;
    private readonly List<(CellRange Range, TableCell Value)> _open = [];
    private int _next;

    private MergedCells(CellRange[] byFirstRow) => _byFirstRow = byFirstRow;

    /// <summary>The merged ranges of the reader's sheet; null when there are none.</summary>
    public static MergedCells? Of(IExcelDataReader reader)
    {
        var ranges = reader.MergeCells;
        return ranges is null or { Length: 0 } ? null : new MergedCells([.. ranges.Take(MaxRanges).OrderBy(r => r.FromRow)]);
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
            if (!value.IsEmpty && range.ToRow >= row)
            {
                _open.Add((range, value));
            }
        }

        foreach (var (range, value) in _open)
        {
            // A title merged over thousands of columns is not worth thousands of cells
            var last = Math.Min(range.ToColumn, range.FromColumn + 255);
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
