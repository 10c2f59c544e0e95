namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>A question to one table. All columns that it names exist.</summary>
/// <param name="TableId">Not an alias.</param>
public sealed record DataQuery(string TableId)
{
    public DataFilter? Filter { get; init; }

    /// <summary>All must match.</summary>
    public IReadOnlyList<TextQuery> Texts { get; init; } = [];

    /// <summary>In the order of the answer; null: <c>_id</c> and all columns.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Append a rank (float, larger is better) for each of <see cref="Texts"/>, named by <see cref="DataNames.Rank"/>.</summary>
    public bool WithRanks { get; init; }

    /// <summary>Each different row once.</summary>
    public bool Distinct { get; init; }

    /// <summary>
    /// Empty: by the ranks, best first, when there are texts and no <see cref="Distinct"/>; with <see cref="Distinct"/> by the answer's columns from the left; else
    /// by <c>_id</c>. Rows that are equal in it come in the order of <c>_id</c> where that is no <see cref="Distinct"/>.
    /// </summary>
    public IReadOnlyList<DataSort> Sort { get; init; } = [];

    /// <summary>Most rows; null for all, 0 for none (columns and total only).</summary>
    public long? Limit { get; init; }

    public long Offset { get; init; }

    /// <summary>Count what matches, whatever the limit.</summary>
    public bool WithTotal { get; init; }
}
