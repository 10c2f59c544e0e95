using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Migrations.PostgreSql;
using Purbalingga.Migrations.Sqlite;
using Purbalingga.Migrations.SqlServer;

namespace Purbalingga.Portal.Hosting;

/// <summary>Points the records at the configured engine.</summary>
internal static class RecordsEngine
{
    public static void Use(IServiceProvider services, DbContextOptionsBuilder options)
    {
        var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var catalog = services.GetRequiredService<IOptions<CatalogOptions>>().Value;
        _ = database.Engine switch
        {
            DatabaseEngine.PostgreSql => options.UseCatalogPostgreSql(Required(database)),
            DatabaseEngine.SqlServer => options.UseCatalogSqlServer(Required(database)),
            _ => options.UseCatalogSqlite(PersistenceModule.SqliteConnectionString(database, catalog)),
        };
    }

    private static string Required(DatabaseOptions database) => database.ConnectionString.Length > 0
        ? database.ConnectionString
        : throw new ConfigurationException($"Database:ConnectionString is empty; {database.Engine} needs one");
}
