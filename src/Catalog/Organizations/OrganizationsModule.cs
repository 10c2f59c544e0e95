using Microsoft.Extensions.DependencyInjection;

namespace Purbalingga.Catalog.Organizations;

/// <summary>Actions on organizations (OPD): create, show, list, change, members.</summary>
public static class OrganizationsModule
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services) => services;
}
