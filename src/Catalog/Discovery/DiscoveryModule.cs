using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Search;

namespace Purbalingga.Catalog.Discovery;

/// <summary>Search over the datasets.</summary>
public static class DiscoveryModule
{
    public static IServiceCollection AddDiscovery(this IServiceCollection services) => services
        .AddSingleton<ISearchIndex>(s => SearchIndex.Open(new SearchIndexOptions
        {
            Schema = DatasetIndexSchema.Create(),
            Folder = Path.Combine(s.GetRequiredService<IOptions<CatalogOptions>>().Value.DataPath, "index"),
            Time = s.GetRequiredService<TimeProvider>(),
        }))
        .AddSingleton<DatasetIndexDocuments>()
        .AddSingleton<DatasetIndex>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<DatasetIndex>())
        .AddSingleton(s => new IndexMaintenance(
            s.GetRequiredService<ISearchIndex>(), s.GetRequiredService<DatasetIndex>(), s.GetRequiredService<IDbContextFactory<CatalogContext>>()))
        .AddHostedService<IndexSaver>()
        .AddSingleton<SearchCache>()
        .AddSingleton<DatasetSearch>()
        .AddAction<SearchDatasets>()
        .AddAction<ListDatasetsWithResources>()
        .AddAction<CompleteDatasets>()
        .AddAction<CompleteFormats>();
}
