namespace Purbalingga.Tables;

/// <summary>One row of a sheet or table.</summary>
/// <param name="Number">Row as in the file, 1-based; for delimited text the line on which the row begins.</param>
/// <param name="Cells">Cells from the first column on; trailing empty cells may be missing in a raw row, never in a found table.</param>
public sealed record TableRow(int Number, IReadOnlyList<TableCell> Cells)
{
    /// <summary>Cell at the 0-based position, empty beyond the end.</summary>
    public TableCell At(int index) => index < Cells.Count ? Cells[index] : TableCell.Empty;
}
