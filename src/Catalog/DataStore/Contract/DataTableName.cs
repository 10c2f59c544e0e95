namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>One line of <c>_table_metadata</c>.</summary>
/// <param name="Name">Id of a table, or an alias.</param>
/// <param name="AliasOf">Id of the table of an alias; null for a table.</param>
/// <param name="Number">See <see cref="DataTable.Number"/>; of an alias a number of its own.</param>
public sealed record DataTableName(string Name, string? AliasOf, long Number);
