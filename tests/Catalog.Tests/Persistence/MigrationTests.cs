using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Persistence;

public sealed class MigrationsOnSqlite(SqliteFixture fixture) : MigrationBehaviour(fixture), IClassFixture<SqliteFixture>
{
    [Fact]
    public async Task Should_go_on_after_a_migration_that_was_killed()
    {
        await using var database = await Fixture.CreateDatabaseAsync(migrated: false);
        await using (var context = database.Open())
        {
            await context.Database.ExecuteSqlRawAsync("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
            await context.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00')");
        }

        await using var host = await CatalogHost.StartAsync(database);

        Assert.Empty(await host.Get<CatalogDatabase>().PendingAsync(CancellationToken.None));
    }
}

public sealed class MigrationsOnPostgreSql(PostgreSqlFixture fixture) : MigrationBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class MigrationBehaviour(CatalogFixture fixture)
{
    protected CatalogFixture Fixture { get; } = fixture;

    [Fact]
    public async Task Should_have_a_migration_for_every_model_change()
    {
        await using var context = Fixture.Database.Open();

        Assert.False(context.Database.HasPendingModelChanges(), "Run eng/add-migration NAME");
    }

    [Fact]
    public async Task Should_migrate_from_nothing_and_then_have_nothing_to_do()
    {
        await using var database = await Fixture.CreateDatabaseAsync(migrated: false);
        await using var host = await CatalogHost.StartAsync(
            database, new Dictionary<string, string?> { ["Database:FollowMilliseconds"] = "60000" });

        Assert.True(await host.Get<CatalogDatabase>().ExistsAsync(CancellationToken.None));
        Assert.Empty(await host.Get<CatalogDatabase>().MigrateAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Should_let_several_processes_migrate_at_once()
    {
        await using var database = await Fixture.CreateDatabaseAsync(migrated: false);

        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CatalogHost.StartAsync(database))));

        Assert.All(await Task.WhenAll(hosts.Select(h => h.Get<CatalogDatabase>().PendingAsync(CancellationToken.None))), Assert.Empty);
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    [Fact]
    public async Task Should_refuse_to_start_on_older_records_when_it_may_not_migrate()
    {
        await using var database = await Fixture.CreateDatabaseAsync(migrated: false);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => CatalogHost.StartAsync(database, new Dictionary<string, string?> { ["Database:MigrateAtStart"] = "false" }));

        Assert.Contains("Initial", error.Message, StringComparison.Ordinal);
        Assert.Contains("db migrate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_undo_every_migration()
    {
        await using var database = await Fixture.CreateDatabaseAsync();
        await using var context = database.Open();

        await context.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);

        Assert.Equal(context.Database.GetMigrations(), await context.Database.GetPendingMigrationsAsync());
    }
}
