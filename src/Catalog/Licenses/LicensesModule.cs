using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Licenses;

/// <summary>The licenses that datasets can have.</summary>
public static class LicensesModule
{
    public static IServiceCollection AddLicenses(this IServiceCollection services) => services
        .AddSingleton<LicenseRegister>()
        .AddAction<ListLicenses>();
}
