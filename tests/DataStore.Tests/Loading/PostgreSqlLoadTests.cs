using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Loading;

/// <inheritdoc />
public sealed class PostgreSqlLoadTests : LoadContract
{
    protected override string Engine => "PostgreSql";

    protected override Task<TestDatabase> CreateDatabaseAsync() => PostgreSqlTestDatabase.CreateAsync();
}
