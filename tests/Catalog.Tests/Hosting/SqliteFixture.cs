namespace Purbalingga.Catalog.Tests.Hosting;

/// <inheritdoc />
public sealed class SqliteFixture : CatalogFixture
{
    public override Task<TestDatabase> CreateDatabaseAsync(bool migrated = true) => SqliteTestDatabase.CreateAsync(migrated);
}
