using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Resources;

/// <summary>Files and links of datasets.</summary>
public static class ResourcesModule
{
    public static IServiceCollection AddResources(this IServiceCollection services) => services
        .AddScoped<ResourceChanges>()
        .AddAction<ShowResource>()
        .AddAction<CreateResource>()
        .AddAction<UpdateResource>()
        .AddAction<PatchResource>()
        .AddAction<DeleteResource>();
}
