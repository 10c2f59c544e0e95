using Microsoft.Extensions.DependencyInjection;

namespace Purbalingga.Catalog.Resources;

/// <summary>Files and links of datasets.</summary>
public static class ResourcesModule
{
    public static IServiceCollection AddResources(this IServiceCollection services) => services;
}
