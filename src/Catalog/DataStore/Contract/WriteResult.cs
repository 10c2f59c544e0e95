namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>What came of a write.</summary>
/// <param name="Count">Rows written or deleted.</param>
/// <param name="Columns"><c>_id</c> and all columns of the table, when rows were asked for.</param>
/// <param name="Rows">The rows as they are stored now (deleted ones: as they were), when they were asked for; in the order given.</param>
public sealed record WriteResult(long Count, IReadOnlyList<DataColumn>? Columns = null, DataBatch? Rows = null);
