namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>
/// What a <c>datastore_create</c> asks for: all of it happens, or nothing does. Makes the table when there is none. Names and types were checked before
/// (<see cref="IDataStore.FindTypeAsync"/>); what only the engine can see it reports itself.
/// </summary>
/// <param name="TableId">Id of the resource.</param>
public sealed record TableChange(string TableId)
{
    /// <summary>
    /// Wanted columns. Those that the table lacks are added at its end; the type of one that exists stays what it is; an info replaces the old one where it is
    /// not null. Empty leaves the columns alone (and makes a table of <c>_id</c> only).
    /// </summary>
    public IReadOnlyList<DataColumn> Columns { get; init; } = [];

    /// <summary>Drop columns that are not among <see cref="Columns"/>.</summary>
    public bool DropOthers { get; init; }

    /// <summary>Null leaves the key; empty drops it; else it replaces the earlier one.</summary>
    /// <remarks>Rows that already clash: <see cref="DataStoreError.KeyClash"/>.</remarks>
    public IReadOnlyList<string>? PrimaryKey { get; init; }

    /// <summary>Null leaves the indexes; else they replace all that are not the key.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Indexes { get; init; }

    /// <summary>Null leaves the aliases; else they replace those of this table.</summary>
    /// <remarks>The name of a table or of another one's alias: <see cref="DataStoreError.NameTaken"/>.</remarks>
    public IReadOnlyList<string>? Aliases { get; init; }

    /// <summary>Names of functions to run before each written row; null leaves them. Only on engines that are <see cref="IDataFunctions"/>.</summary>
    public IReadOnlyList<string>? Triggers { get; init; }

    /// <summary>Rows to append, with the columns <see cref="RowColumns"/>; null for none.</summary>
    public DataBatch? Rows { get; init; }

    public IReadOnlyList<string> RowColumns { get; init; } = [];

    /// <summary>Give the appended rows back, see <see cref="WriteResult.Rows"/>.</summary>
    public bool ReturnRows { get; init; }
}
