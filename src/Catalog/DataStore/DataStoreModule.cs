using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.DuckDb;
using Purbalingga.Catalog.DataStore.Exports;
using Purbalingga.Catalog.DataStore.Loading;
using Purbalingga.Catalog.DataStore.PostgreSql;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Rows of tables: the engine and CKAN's actions over it.</summary>
public static class DataStoreModule
{
    public static IServiceCollection AddDataStore(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DataStoreOptions>().BindConfiguration(DataStoreOptions.Section).ValidateDataAnnotations();
        return services
            .AddSingleton(OpenEngine)
            .AddSingleton<ActiveFlags>()
            .AddScoped<TableAccess>()
            .AddScoped<TableQueries>()
            .AddScoped<RowDeletion>()
            .AddSingleton<KeptExports>()
            .AddSingleton(services => new DataStoreDumps(
                services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<IDataStore>(), services.GetRequiredService<KeptExports>(),
                services.GetRequiredService<CkanSettings>(), services.GetRequiredService<IOptions<DataStoreOptions>>()))
            .AddHostedService<DataStoreStart>()
            .AddLoading()
            .AddAction<CreateTable>()
            .AddAction<UpsertRows>()
            .AddAction<DeleteTable>()
            .AddAction<DeleteRows>()
            .AddAction<SearchTable>()
            .AddAction<ShowTable>()
            .AddAction<SearchSql>()
            .AddAction<CreateFunction>()
            .AddAction<DeleteFunction>()
            .AddAction<RunTriggers>();
    }

    private static IDataStore OpenEngine(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<DataStoreOptions>>();
        return options.Value.Engine == DataStoreEngine.PostgreSql
            ? new PostgreSqlDataStore(options, services.GetRequiredService<IOptions<DatabaseOptions>>())
            : new DuckDataStore(services.GetRequiredService<IOptions<CatalogOptions>>(), services.GetRequiredService<ILogger<DuckDataStore>>());
    }
}
