namespace Purbalingga.Catalog.Tests.Hosting;

/// <inheritdoc />
public sealed class PostgreSqlFixture : CatalogFixture
{
    public override Task<TestDatabase> CreateDatabaseAsync(bool migrated = true) => PostgreSqlTestDatabase.CreateAsync(migrated);
}
