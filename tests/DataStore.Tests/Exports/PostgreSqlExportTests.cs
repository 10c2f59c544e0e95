using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Exports;

/// <inheritdoc />
public sealed class PostgreSqlExportTests : ExportContract
{
    protected override string Engine => "PostgreSql";

    protected override bool HasVersions => false;

    protected override Task<TestDatabase> CreateDatabaseAsync() => PostgreSqlTestDatabase.CreateAsync();
}
