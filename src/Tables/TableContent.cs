namespace Purbalingga.Tables;

/// <summary>A table to write: its columns, and its rows as they come.</summary>
/// <param name="Columns">In writing order.</param>
/// <param name="Rows">Read once; cells beyond the columns are not written, missing ones are empty.</param>
public sealed record TableContent(IReadOnlyList<TableColumn> Columns, IAsyncEnumerable<TableRow> Rows);
