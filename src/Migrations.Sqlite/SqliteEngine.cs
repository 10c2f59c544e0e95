using Microsoft.EntityFrameworkCore;

namespace Purbalingga.Migrations.Sqlite;

/// <summary>The records in one SQLite file, the default.</summary>
public static class SqliteEngine
{
    private static readonly SqlitePragmas Pragmas = new();

    /// <summary>Points EF Core at SQLite and the migrations of this assembly.</summary>
    /// <param name="connectionString">ADO.NET connection string of Microsoft.Data.Sqlite.</param>
    public static DbContextOptionsBuilder UseCatalogSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseSqlite(connectionString, file => file.MigrationsAssembly(typeof(SqliteEngine).Assembly))
            .AddInterceptors(Pragmas);
}
