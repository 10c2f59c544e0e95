namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>An engine that can tell at once whether a table is still what it was.</summary>
public interface ITableVersions
{
    /// <summary>
    /// A name of what the table holds; another one after every committed change of rows or columns. Ask before reading: what is read may be newer than the name,
    /// never older.
    /// </summary>
    /// <returns>Null when there is no such table.</returns>
    string? VersionOf(string tableId);
}
