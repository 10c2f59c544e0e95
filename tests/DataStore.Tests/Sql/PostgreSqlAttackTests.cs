using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Sql;

/// <inheritdoc />
public sealed class PostgreSqlAttackTests : AttackContract
{
    protected override string Engine => "PostgreSql";

    protected override Task<TestDatabase> CreateDatabaseAsync() => PostgreSqlTestDatabase.CreateAsync();
}
