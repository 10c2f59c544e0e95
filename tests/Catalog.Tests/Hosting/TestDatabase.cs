using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tests.Hosting;

/// <summary>One migrated, otherwise empty database of its own; gone when disposed.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract DatabaseEngine Engine { get; }

    public abstract string ConnectionString { get; }

    public abstract DbContextOptionsBuilder Use(DbContextOptionsBuilder options);

    public CatalogContext Open()
    {
        var options = new DbContextOptionsBuilder<CatalogContext>();
        Use(options);
        return new CatalogContext(options.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask DropAsync();
}
