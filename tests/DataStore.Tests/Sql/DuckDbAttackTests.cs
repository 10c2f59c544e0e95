using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Sql;

/// <inheritdoc />
public sealed class DuckDbAttackTests : AttackContract
{
    protected override string Engine => "DuckDb";

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteTestDatabase.CreateAsync();
}
