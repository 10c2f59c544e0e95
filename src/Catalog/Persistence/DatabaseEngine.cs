namespace Purbalingga.Catalog.Persistence;

/// <summary>Where the records live.</summary>
public enum DatabaseEngine
{
    Sqlite,
    PostgreSql,
    SqlServer,
}
