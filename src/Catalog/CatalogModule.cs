using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Activities;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.DataStore;
using Purbalingga.Catalog.Discovery;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Licenses;
using Purbalingga.Catalog.Organizations;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Storage;
using Purbalingga.Catalog.Tags;
using Purbalingga.Catalog.Tasks;
using Purbalingga.Catalog.Users;
using Purbalingga.Catalog.Views;

namespace Purbalingga.Catalog;

/// <summary>The one door through which a host gets the whole catalog.</summary>
public static class CatalogModule
{
    /// <param name="useEngine">Points EF Core at the engine and its migrations.</param>
    public static IServiceCollection AddCatalog(this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> useEngine)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddPersistence(useEngine)
            .AddSingleton<ActionRegistry>()
            .AddSingleton<IActionRunner, ActionRunner>()
            .AddScoped<Rights>()
            .AddSettings()
            .AddActivities()
            .AddStorage()
            .AddLicenses()
            .AddTags()
            .AddUsers()
            .AddGroups()
            .AddOrganizations()
            .AddDatasets()
            .AddResources()
            .AddViews()
            .AddDiscovery()
            .AddTasks()
            .AddDataStore();
    }
}
