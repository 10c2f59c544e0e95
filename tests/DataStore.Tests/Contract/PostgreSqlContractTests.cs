using Microsoft.Extensions.Options;
using Purbalingga.Catalog.DataStore;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.PostgreSql;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.DataStore.Tests.Contract;

/// <inheritdoc />
public sealed class PostgreSqlContractTests : DataStoreContract
{
    private TestDatabase? _database;

    protected override async Task<IDataStore> OpenAsync()
    {
        _database = await PostgreSqlTestDatabase.CreateAsync(migrated: false);
        return new PostgreSqlDataStore(
            Options.Create(new DataStoreOptions { Engine = DataStoreEngine.PostgreSql, ConnectionString = _database.ConnectionString }), Options.Create(new DatabaseOptions()));
    }

    protected override async Task CloseAsync() => await _database!.DisposeAsync();
}
