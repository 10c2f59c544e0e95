namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>
/// Tables of rows, one for each resource that has one. The engine alone knows which tables there are, with their columns, infos, keys, indexes and aliases: each
/// change of a table, structure and rows alike, is one durable commit of the engine, so a kill at any moment leaves the whole change or none of it, and nothing
/// that the records hold can contradict it. The records keep one thing that follows from here, a resource's <c>datastore_active</c>; it is written after the
/// engine's commit and mended at start for where a kill came between.
/// </summary>
/// <remarks>
/// Safe for many callers at once. Readers never wait for writers. Writers of one table wait for each other. What a method acknowledged is on disk. Rights, limits of
/// names and CKAN's words are the actions' business; engines answer <see cref="DataStoreException"/> where only they can know.
/// </remarks>
public interface IDataStore
{
    /// <summary>For people: <c>duckdb</c> or <c>postgresql</c>.</summary>
    string Engine { get; }

    /// <summary>Makes or opens what the engine keeps; once, before anything else.</summary>
    Task StartAsync(CancellationToken ct);

    /// <summary>A table by its id or an alias; null when there is none. From memory, or one quick look.</summary>
    ValueTask<DataTable?> FindAsync(string idOrAlias, CancellationToken ct);

    /// <summary>All tables and aliases.</summary>
    ValueTask<IReadOnlyList<DataTableName>> ListAsync(CancellationToken ct);

    /// <summary>The short name (<see cref="DataColumn.Type"/>) of a declared type: <c>integer</c> and <c>int</c> are int4, <c>text[]</c> is _text.</summary>
    /// <returns>Null for a type that the engine does not have.</returns>
    ValueTask<string?> FindTypeAsync(string declared, CancellationToken ct);

    /// <summary>Makes or alters a table and appends rows, as one commit.</summary>
    /// <exception cref="DataStoreException">BadValue, DuplicateKey, KeyClash, NameTaken, TooSlow, NotSupported.</exception>
    Task<WriteResult> ChangeAsync(TableChange change, CancellationToken ct);

    /// <summary>Inserts, updates or upserts rows, as one commit.</summary>
    /// <exception cref="DataStoreException">TableNotFound, BadValue, DuplicateKey, KeyNotFound, TooSlow.</exception>
    Task<WriteResult> WriteAsync(TableWrite write, CancellationToken ct);

    /// <summary>Deletes rows.</summary>
    /// <param name="filter">Null for all of them.</param>
    /// <param name="returned">Give so many of the deleted rows back; 0 for none.</param>
    /// <exception cref="DataStoreException">TableNotFound, Query, TooSlow.</exception>
    Task<WriteResult> DeleteAsync(string tableId, DataFilter? filter, int returned, CancellationToken ct);

    /// <summary>Drops a table with its aliases.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> DropAsync(string tableId, CancellationToken ct);

    /// <summary>Drops everything (tests, restores).</summary>
    Task ClearAsync(CancellationToken ct);

    /// <summary>
    /// Builds a whole table aside and swaps it in: until the swap the old table is served, after it the new one, and a failure or a cancel leaves the old one. Row
    /// numbers begin at 1.
    /// </summary>
    /// <param name="rows">Cells typed as the columns are, in their order; taken one batch at a time.</param>
    /// <param name="progress">Told the rows taken so far, now and then.</param>
    /// <returns>Count of rows.</returns>
    /// <exception cref="DataStoreException">BadValue (row counted over all batches), DuplicateKey, NameTaken.</exception>
    Task<WriteResult> LoadAsync(TableLoad load, IAsyncEnumerable<DataBatch> rows, IProgress<long>? progress, CancellationToken ct);

    /// <summary>Asks one table.</summary>
    /// <param name="limit">Longest time that the engine may work on it, its rows included.</param>
    /// <exception cref="DataStoreException">TableNotFound, Query, TooSlow.</exception>
    ValueTask<DataRows> QueryAsync(DataQuery query, TimeSpan limit, CancellationToken ct);

    /// <summary>Count, sizes and what the engine made of the columns.</summary>
    /// <exception cref="DataStoreException">TableNotFound.</exception>
    Task<TableInfo> InspectAsync(string tableId, CancellationToken ct);

    /// <summary>
    /// Understands a caller's SQL without running it: takes tables and functions from the engine's own parse tree, never from the text. The caller's rights on
    /// <see cref="SqlInspection.TableIds"/> are checked next, by the action.
    /// </summary>
    /// <exception cref="DataStoreException">SqlNotSingle, SqlSyntax, SqlStatement, SqlFunction, SqlSystemTable, SqlTable, Query.</exception>
    ValueTask<SqlInspection> InspectSqlAsync(string sql, CancellationToken ct);

    /// <summary>
    /// Runs SQL that was inspected: reading only, nothing but the inspected tables, no files, no network, time, memory and rows limited. Tables are named by id
    /// (quoted) or alias; <c>*</c> includes <c>_id</c>. Columns of the answer carry PostgreSQL's type names; two may have the same name.
    /// </summary>
    /// <exception cref="DataStoreException">Query, TooSlow, TooLarge, TableNotFound.</exception>
    ValueTask<DataRows> QuerySqlAsync(SqlInspection inspected, SqlLimits limits, CancellationToken ct);
}
