namespace Purbalingga.Tables.Planning;

/// <summary>A column of a planned table.</summary>
/// <param name="Source">Column of the sheet, 1-based; for JSON and Parquet the place among the fields.</param>
/// <param name="Id">Clean and unique in the table: <c>a-z</c>, <c>0-9</c> and <c>_</c>, at most 63 characters, beginning with a letter.</param>
/// <param name="Label">As in the file, lines of a header of several lines joined with a space.</param>
/// <param name="Type">By the evidence of the whole column, or as corrected.</param>
public sealed record PlannedColumn(int Source, string Id, string Label, ColumnType Type)
{
    /// <summary>How texts are written that are read as numbers or days.</summary>
    public ColumnForm Form { get; init; }

    /// <summary>A unit found in the values, such as <c>%</c>; else null.</summary>
    public string? Unit { get; init; }
}
