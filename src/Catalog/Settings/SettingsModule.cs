using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Settings;

/// <summary>CKAN's settings, the site's status, help.</summary>
public static class SettingsModule
{
    public static IServiceCollection AddSettings(this IServiceCollection services) => services
        .AddSingleton<CkanSettings>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<CkanSettings>())
        .AddSingleton<SiteAddressSignal>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<SiteAddressSignal>())
        .AddSingleton<SiteAddressUpkeep>()
        .AddHostedService(s => s.GetRequiredService<SiteAddressUpkeep>())
        .AddAction<ShowStatus>()
        .AddAction<ShowHelp>()
        .AddAction<ListOptions>()
        .AddAction<ShowOption>()
        .AddAction<UpdateOptions>()
        .AddAction<ShowSiteUser>()
        .AddAction<ListJobs>();
}
