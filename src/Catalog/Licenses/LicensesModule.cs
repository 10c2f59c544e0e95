using Microsoft.Extensions.DependencyInjection;

namespace Purbalingga.Catalog.Licenses;

/// <summary>The licenses that datasets can have.</summary>
public static class LicensesModule
{
    public static IServiceCollection AddLicenses(this IServiceCollection services) => services.AddSingleton<LicenseRegister>();
}
