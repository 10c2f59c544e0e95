using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Organizations;

/// <summary>Actions on organizations (OPD): create, show, list, change, members. What they share with groups lies in Groups.</summary>
public static class OrganizationsModule
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services) => services
        .AddScoped<BulkChange>()
        .AddAction<CreateOrganization>()
        .AddAction<ShowOrganization>()
        .AddAction<ListOrganizations>()
        .AddAction<UpdateOrganization>()
        .AddAction<PatchOrganization>()
        .AddAction<DeleteOrganization>()
        .AddAction<PurgeOrganization>()
        .AddAction<SuggestOrganizations>()
        .AddAction<AddOrganizationMember>()
        .AddAction<RemoveOrganizationMember>()
        .AddAction<ListOrganizationsForUser>()
        .AddAction<HideDatasets>()
        .AddAction<OpenDatasets>()
        .AddAction<DeleteDatasets>();
}
