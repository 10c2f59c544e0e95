namespace Purbalingga.Tables;

/// <summary>Where to look for the table.</summary>
public sealed record TableFindOptions
{
    public static TableFindOptions Default { get; } = new();

    /// <summary>Sheet by its name; null for the first visible sheet with data.</summary>
    public string? Sheet { get; init; }

    /// <summary>Rows looked at to find header, columns and types; at most 200,000 cells are kept of them.</summary>
    public int SampleRows { get; init; } = 1000;

    /// <summary>
    /// Rows read, but not kept, when the sample leaves open how a column is meant: <c>01/02/2025</c>, <c>1.234</c>. A later
    /// <c>12/31/2025</c> or <c>12.25</c> decides for all of them.
    /// </summary>
    public int EvidenceRows { get; init; } = 1_000_000;
}
