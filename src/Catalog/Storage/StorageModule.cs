using Microsoft.Extensions.DependencyInjection;

namespace Purbalingga.Catalog.Storage;

/// <summary>Where uploaded files lie.</summary>
public static class StorageModule
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<LocalFileStorage>()
        .AddSingleton<IFileStorage>(s => s.GetRequiredService<LocalFileStorage>())
        .AddSingleton<FileVerification>()
        .AddHostedService<StorageLeftovers>();
}
