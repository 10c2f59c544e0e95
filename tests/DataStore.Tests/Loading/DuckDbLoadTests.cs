using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Loading;

/// <inheritdoc />
public sealed class DuckDbLoadTests : LoadContract
{
    protected override string Engine => "DuckDb";

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteTestDatabase.CreateAsync();
}
