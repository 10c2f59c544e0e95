using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Stands in where no engine is configured: there are no tables, and none can be made.</summary>
internal sealed class NoDataStore : IDataStore
{
    public string Engine => "none";

    public Task StartAsync(CancellationToken ct) => Task.CompletedTask;

    public ValueTask<DataTable?> FindAsync(string idOrAlias, CancellationToken ct) => new((DataTable?)null);

    public ValueTask<IReadOnlyList<DataTableName>> ListAsync(CancellationToken ct) => new([]);

    public ValueTask<string?> FindTypeAsync(string declared, CancellationToken ct) => new(ColumnTypes.Find(declared));

    public Task<WriteResult> ChangeAsync(TableChange change, CancellationToken ct) => throw Refused();

    public Task<WriteResult> WriteAsync(TableWrite write, CancellationToken ct) => throw Refused();

    public Task<WriteResult> DeleteAsync(string tableId, DataFilter? filter, int returned, CancellationToken ct) => throw Refused();

    public Task<bool> DropAsync(string tableId, CancellationToken ct) => Task.FromResult(false);

    public Task ClearAsync(CancellationToken ct) => Task.CompletedTask;

    public Task<WriteResult> LoadAsync(TableLoad load, IAsyncEnumerable<DataBatch> rows, IProgress<long>? progress, CancellationToken ct) => throw Refused();

    public ValueTask<DataRows> QueryAsync(DataQuery query, TimeSpan limit, CancellationToken ct) => throw Refused();

    public Task<TableInfo> InspectAsync(string tableId, CancellationToken ct) => throw Refused();

    public ValueTask<SqlInspection> InspectSqlAsync(string sql, CancellationToken ct) => throw Refused();

    public ValueTask<DataRows> QuerySqlAsync(SqlInspection inspected, SqlLimits limits, CancellationToken ct) => throw Refused();

    private static DataStoreException Refused() => new(DataStoreError.NotSupported, "This portal keeps no tables: no DataStore engine is configured");
}
