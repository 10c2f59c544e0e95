using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Migrations.SqlServer;

/// <summary>The context that migrations are made from; nothing connects to the database it names.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<CatalogContext>
{
    /// <inheritdoc />
    public CatalogContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CatalogContext>();
        options.UseCatalogSqlServer("Server=localhost;Database=catalog");
        return new CatalogContext(options.Options);
    }
}
