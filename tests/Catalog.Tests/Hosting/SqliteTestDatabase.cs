using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Migrations.Sqlite;

namespace Purbalingga.Catalog.Tests.Hosting;

/// <summary>A file in a folder of its own.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("catalog-test-");

    public override DatabaseEngine Engine => DatabaseEngine.Sqlite;

    public override string ConnectionString => $"Data Source={Path.Combine(_folder.FullName, "catalog.db")}";

    public static async Task<TestDatabase> CreateAsync(bool migrated = true)
    {
        var database = new SqliteTestDatabase();
        if (migrated)
        {
            await using var context = database.Open();
            await context.Database.MigrateAsync();
        }

        return database;
    }

    public override DbContextOptionsBuilder Use(DbContextOptionsBuilder options) => options.UseCatalogSqlite(ConnectionString);

    protected override ValueTask DropAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
