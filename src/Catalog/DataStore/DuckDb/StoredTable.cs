using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>What a table's file says of itself, kept in it as JSON, so that structure and rows change in one commit.</summary>
/// <param name="Claims">Its aliases; of two tables that claim one, the later number has it.</param>
/// <param name="Wide">Decimal columns that hold 38 digits instead of 18, with their digits behind the point.</param>
/// <param name="InOrder">Rows lie in the order of <c>_id</c>, so that no page needs a sort.</param>
internal sealed record StoredTable(
    string Id,
    IReadOnlyList<DataColumn> Columns,
    IReadOnlyList<DataIndex> Indexes,
    IReadOnlyDictionary<string, long> Claims,
    IReadOnlyDictionary<string, int> Wide,
    long Number,
    bool InOrder = true);
