namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>What <c>datastore_info</c> tells of one column.</summary>
/// <param name="NativeType">PostgreSQL's long name: integer, bigint, text, numeric, double precision, boolean, timestamp without time zone, nested (json) ...</param>
/// <param name="IndexName">Of an index or key that begins with the column; null for none.</param>
/// <param name="IsUnique">CKAN's <c>uniquekey</c>: unique by itself, as a constraint; a key that datastore_create made is not told here.</param>
public sealed record ColumnSchema(string Name, string NativeType, bool NotNull, string? IndexName, bool IsUnique);
