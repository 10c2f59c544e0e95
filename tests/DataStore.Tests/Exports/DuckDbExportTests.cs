using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Exports;

/// <inheritdoc />
public sealed class DuckDbExportTests : ExportContract
{
    protected override string Engine => "DuckDb";

    protected override bool HasVersions => true;

    protected override Task<TestDatabase> CreateDatabaseAsync() => SqliteTestDatabase.CreateAsync();
}
