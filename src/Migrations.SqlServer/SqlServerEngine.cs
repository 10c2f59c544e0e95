using Microsoft.EntityFrameworkCore;

namespace Purbalingga.Migrations.SqlServer;

/// <summary>The records in SQL Server 2019 or later.</summary>
public static class SqlServerEngine
{
    /// <summary>Points EF Core at SQL Server and the migrations of this assembly.</summary>
    /// <param name="connectionString">ADO.NET connection string of Microsoft.Data.SqlClient.</param>
    public static DbContextOptionsBuilder UseCatalogSqlServer(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, server => server.MigrationsAssembly(typeof(SqlServerEngine).Assembly));
}
