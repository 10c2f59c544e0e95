using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets;

/// <summary>Datasets: their actions, rendering and reading.</summary>
public static class DatasetsModule
{
    public static IServiceCollection AddDatasets(this IServiceCollection services) => services
        .AddScoped<DatasetDocuments>()
        .AddSingleton<DocumentReader>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<DocumentReader>());
}
