namespace Purbalingga.Catalog.Tests.Hosting;

/// <summary>A catalog on a database of its own for all tests of a class; the tests share it, so they choose names of their own.</summary>
public abstract class CatalogFixture : IAsyncLifetime
{
    private TestDatabase? _database;
    private CatalogHost? _host;

    public CatalogHost Host => _host ?? throw new InvalidOperationException("The fixture has not started");

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture has not started");

    /// <summary>Another empty database of the same engine.</summary>
    /// <param name="migrated">False: nothing in it at all.</param>
    public abstract Task<TestDatabase> CreateDatabaseAsync(bool migrated = true);

    public async Task InitializeAsync()
    {
        _database = await CreateDatabaseAsync();
        _host = await CatalogHost.StartAsync(_database);
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
