using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Purbalingga.Catalog.Persistence;

/// <summary>The records, their transactions and the change feed.</summary>
public static class PersistenceModule
{
    /// <param name="useEngine">Points EF Core at the engine and its migrations; the host knows the providers.</param>
    public static IServiceCollection AddPersistence(
        this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> useEngine)
    {
        services.AddOptionsWithValidateOnStart<DatabaseOptions>().BindConfiguration("Database").ValidateDataAnnotations();
        services.AddOptionsWithValidateOnStart<CatalogOptions>().BindConfiguration("Catalog").ValidateDataAnnotations();
        services.AddPooledDbContextFactory<CatalogContext>(useEngine);
        services.AddScoped(s => s.GetRequiredService<IDbContextFactory<CatalogContext>>().CreateDbContext());
        services.AddScoped<PendingChanges>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<WriteTransactions>();
        services.AddSingleton<CatalogDatabase>();
        services.AddSingleton<CatalogStart>();

        // First of all hosted services: the others, and the requests, find the records migrated and the followers ready
        services.AddHostedService(s => s.GetRequiredService<CatalogStart>());
        services.AddHostedService<ChangeFollowing>();
        return services;
    }

    /// <summary>SQLite in the data folder unless a connection string says otherwise.</summary>
    public static string SqliteConnectionString(DatabaseOptions database, CatalogOptions catalog) =>
        database.ConnectionString.Length > 0
            ? database.ConnectionString
            : $"Data Source={Path.Combine(catalog.DataPath, "catalog.db")};Foreign Keys=True";
}
