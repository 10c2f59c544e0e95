namespace Purbalingga.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Name">Clean and unique in the table: <c>a-z</c>, <c>0-9</c> and <c>_</c>, at most 63 characters, beginning with a letter.</param>
/// <param name="Label">As in the file, lines of a two-line header joined with a space; a made-up <c>kolom_N</c> where there is none.</param>
/// <param name="Type">By the evidence of the rows looked at.</param>
public sealed record TableColumn(string Name, string Label, ColumnType Type)
{
    /// <summary>A unit found in the values, such as <c>%</c>; else null.</summary>
    public string? Unit { get; init; }
}
