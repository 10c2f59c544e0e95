namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>What is known of a table without looking at its rows. Immutable; of the moment when it was asked for.</summary>
/// <param name="Id">Id of its resource.</param>
/// <param name="Columns">In order, without <see cref="DataNames.RowId"/>.</param>
/// <param name="Indexes">The key, if it has one, and the others.</param>
/// <param name="Aliases">Other names, unique among all tables and aliases of the store.</param>
/// <param name="Number">Of the table in this store; what CKAN shows as <c>oid</c>.</param>
public sealed record DataTable(
    string Id, IReadOnlyList<DataColumn> Columns, IReadOnlyList<DataIndex> Indexes, IReadOnlyList<string> Aliases, long Number)
{
    /// <summary>Columns of the key; empty for none.</summary>
    public IReadOnlyList<string> PrimaryKey => Indexes.FirstOrDefault(i => i.IsUnique)?.Columns ?? [];

    /// <summary>A column by its exact name, <c>_id</c> too; null when there is none.</summary>
    public DataColumn? Find(string name) => name == DataNames.RowId ? new DataColumn(name, "int") : Columns.FirstOrDefault(c => c.Name == name);
}
