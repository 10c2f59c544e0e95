namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>A whole table to be built beside the one that is served, which it then replaces in one step.</summary>
/// <param name="Columns">Of the new table, in order.</param>
public sealed record TableLoad(string TableId, IReadOnlyList<DataColumn> Columns)
{
    /// <summary>Null: that of the old table, where its columns exist again with the same names.</summary>
    public IReadOnlyList<string>? PrimaryKey { get; init; }

    /// <summary>Null: those of the old table, where their columns exist again.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Indexes { get; init; }

    /// <summary>Null: those of the old table.</summary>
    public IReadOnlyList<string>? Aliases { get; init; }
}
