using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.DuckDb;

namespace Purbalingga.DataStore.Tests.Contract;

/// <inheritdoc />
public sealed class DuckDbContractTests : DataStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("satudata-duck").FullName;
    private DuckDataStore? _store;

    protected override Task<IDataStore> OpenAsync()
    {
        _store = new DuckDataStore(Options.Create(new CatalogOptions { DataPath = _folder }), NullLogger<DuckDataStore>.Instance);
        return Task.FromResult<IDataStore>(_store);
    }

    protected override Task CloseAsync()
    {
        Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    public void Dispose() => _store?.Dispose();
}
