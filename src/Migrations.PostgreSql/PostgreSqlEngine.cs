using Microsoft.EntityFrameworkCore;

namespace Purbalingga.Migrations.PostgreSql;

/// <summary>The records in PostgreSQL 15 or later.</summary>
public static class PostgreSqlEngine
{
    /// <summary>Points EF Core at PostgreSQL and the migrations of this assembly.</summary>
    /// <param name="connectionString">ADO.NET connection string of Npgsql.</param>
    public static DbContextOptionsBuilder UseCatalogPostgreSql(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, server => server.MigrationsAssembly(typeof(PostgreSqlEngine).Assembly));
}
