using Microsoft.EntityFrameworkCore;
using Npgsql;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Migrations.PostgreSql;

namespace Purbalingga.Catalog.Tests.Hosting;

/// <summary>A database on the server of this test run.</summary>
public sealed class PostgreSqlTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static readonly SemaphoreSlim Copying = new(1, 1);
    private readonly PostgreSqlServer _server;
    private readonly string _name;

    private PostgreSqlTestDatabase(PostgreSqlServer server, string name)
    {
        _server = server;
        _name = name;
    }

    public override DatabaseEngine Engine => DatabaseEngine.PostgreSql;

    public override string ConnectionString => _server.ConnectionString(_name);

    public static async Task<TestDatabase> CreateAsync(bool migrated = true)
    {
        var server = await PostgreSqlServer.RunningAsync();
        var name = "test_" + Guid.NewGuid().ToString("N");
        var template = migrated ? await Template.Value : "template0";

        // A template may have no other session while it is copied
        await Copying.WaitAsync();
        try
        {
            await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            Copying.Release();
        }

        return new PostgreSqlTestDatabase(server, name);
    }

    public override DbContextOptionsBuilder Use(DbContextOptionsBuilder options) => options.UseCatalogPostgreSql(ConnectionString);

    protected override async ValueTask DropAsync()
    {
        using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await _server.ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var server = await PostgreSqlServer.RunningAsync();
        var made = new PostgreSqlTestDatabase(server, "template_" + Guid.NewGuid().ToString("N"));
        await using (var context = made.Open())
        {
            await context.Database.MigrateAsync();
        }

        using (var connection = new NpgsqlConnection(made.ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        server.DropAtEnd(made._name);
        return made._name;
    }
}
