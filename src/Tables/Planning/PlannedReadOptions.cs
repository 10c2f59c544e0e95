namespace Purbalingga.Tables.Planning;

/// <summary>How a planned table is read.</summary>
public sealed record PlannedReadOptions
{
    public static PlannedReadOptions Default { get; } = new();

    /// <summary>As in <see cref="TableReadOptions.TempFolder"/>.</summary>
    public string? TempFolder { get; init; }

    public TableReadLimits Limits { get; init; } = new();

    /// <summary>
    /// Told of each value that is not of its column's type. True takes the value as missing and goes on; false, or null for this whole
    /// property, ends the reading with an error.
    /// </summary>
    public Func<CellMisfit, bool>? OnMisfit { get; init; }
}
