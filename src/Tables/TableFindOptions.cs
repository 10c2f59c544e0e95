namespace Purbalingga.Tables;

/// <summary>Where to look for the table.</summary>
public sealed record TableFindOptions
{
    public static TableFindOptions Default { get; } = new();

    /// <summary>Sheet by its name; null for the first visible sheet with data.</summary>
    public string? Sheet { get; init; }

    /// <summary>Rows looked at to find header, columns and types; at most 200,000 cells are kept of them.</summary>
    public int SampleRows { get; init; } = 1000;
}
