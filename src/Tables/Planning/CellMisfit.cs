namespace Purbalingga.Tables.Planning;

/// <summary>A value that is not of its column's type.</summary>
/// <param name="Sheet">Sheet of a workbook; null for delimited text.</param>
/// <param name="Row">Row (in text: line) as in the file, 1-based.</param>
/// <param name="Column">The column as planned.</param>
/// <param name="Value">As in the file, cut to 200 characters.</param>
public sealed record CellMisfit(string? Sheet, int Row, PlannedColumn Column, string Value)
{
    /// <summary>Where it is, what was expected and what to do.</summary>
    public TableMessage Text => TableMessages.Misfit(Sheet, Row, Column.Label, Value, Column.Type);
}
