using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Migrations.Sqlite;

/// <summary>The context that migrations are made from; nothing connects to the database it names.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<CatalogContext>
{
    /// <inheritdoc />
    public CatalogContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CatalogContext>();
        options.UseCatalogSqlite("Data Source=catalog.db");
        return new CatalogContext(options.Options);
    }
}
