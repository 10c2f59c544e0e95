using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets.Collaborators;
using Purbalingga.Catalog.Datasets.Relationships;
using Purbalingga.Catalog.Datasets.Revising;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets;

/// <summary>Datasets: their actions, rendering and reading.</summary>
public static class DatasetsModule
{
    public static IServiceCollection AddDatasets(this IServiceCollection services) => services
        .AddScoped<DatasetDocuments>()
        .AddScoped<DatasetSchema>()
        .AddScoped<DatasetWriter>()
        .AddCollaborators()
        .AddSingleton<DocumentReader>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<DocumentReader>())
        .AddAction<ShowDataset>()
        .AddAction<ListDatasets>()
        .AddAction<CreateDataset>()
        .AddAction<UpdateDataset>()
        .AddAction<PatchDataset>()
        .AddAction<DeleteDataset>()
        .AddAction<PurgeDataset>()
        .AddAction<ChangeDatasetOwner>()
        .AddAction<ReorderResources>()
        .AddAction<ReviseDataset>()
        .AddScoped<RelationshipStore>()
        .AddAction<CreateRelationship>()
        .AddAction<UpdateRelationship>()
        .AddAction<DeleteRelationship>()
        .AddAction<ListRelationships>();
}
