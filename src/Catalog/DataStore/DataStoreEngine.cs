namespace Purbalingga.Catalog.DataStore;

/// <summary>Where rows of tables are kept.</summary>
public enum DataStoreEngine
{
    /// <summary>In process, in the data folder.</summary>
    DuckDb,

    PostgreSql,
}
