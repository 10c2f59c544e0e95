using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources.Tables;

namespace Purbalingga.Catalog.Resources;

/// <summary>Files and links of datasets.</summary>
public static class ResourcesModule
{
    public static IServiceCollection AddResources(this IServiceCollection services) => services
        .AddScoped<ResourceChanges>()
        .AddSingleton<ResourceFiles>()
        .AddAction<ShowResource>()
        .AddAction<CreateResource>()
        .AddAction<UpdateResource>()
        .AddAction<PatchResource>()
        .AddAction<DeleteResource>()
        .AddAction<FindResources>()
        .AddSingleton<TableInspections>()
        .AddSingleton<InspectionBell>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<InspectionBell>())
        .AddHostedService<TableInspectionWorker>()
        .AddAction<ShowTablePreview>();
}
