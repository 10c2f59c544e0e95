namespace Purbalingga.Portal.Downloads;

/// <summary>Files of resources, as uploaded and converted, and logos.</summary>
internal static class DownloadsModule
{
    public static IServiceCollection AddDownloads(this IServiceCollection services) => services
        .AddSingleton<TableConversions>()
        .AddSingleton<ResourceDownloads>()
        .AddSingleton<ImageDownloads>()
        .AddSingleton<TableDumps>();

    public static IEndpointRouteBuilder MapDownloads(this IEndpointRouteBuilder routes)
    {
        var downloads = routes.ServiceProvider.GetRequiredService<ResourceDownloads>();
        routes.MapMethods("/dataset/{dataset}/resource/{resource}/download/{fileName?}", [HttpMethods.Get, HttpMethods.Head], downloads.GetAsync).ExcludeFromDescription();
        var images = routes.ServiceProvider.GetRequiredService<ImageDownloads>();
        routes.MapMethods("/uploads/{kind:regex(^(group|user)$)}/{fileName}", [HttpMethods.Get, HttpMethods.Head], images.GetAsync).ExcludeFromDescription();
        var dumps = routes.ServiceProvider.GetRequiredService<TableDumps>();
        routes.MapMethods("/datastore/dump/{resource}", [HttpMethods.Get, HttpMethods.Head], dumps.GetAsync).ExcludeFromDescription();
        return routes;
    }
}
