using Microsoft.Extensions.DependencyInjection;

namespace Purbalingga.Catalog.Discovery;

/// <summary>Search over the datasets.</summary>
public static class DiscoveryModule
{
    public static IServiceCollection AddDiscovery(this IServiceCollection services) => services;
}
