namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>What <c>datastore_info</c> tells of a table.</summary>
/// <param name="Count">Rows.</param>
/// <param name="Size">Bytes of its rows on disk.</param>
/// <param name="IndexSize">Bytes of its indexes.</param>
/// <param name="StoreSize">Bytes of the whole store.</param>
/// <param name="Schema">In the order of <see cref="DataTable.Columns"/>.</param>
public sealed record TableInfo(DataTable Table, long Count, long Size, long IndexSize, long StoreSize, IReadOnlyList<ColumnSchema> Schema);
