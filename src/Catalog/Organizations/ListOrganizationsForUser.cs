using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("organization_list_for_user", Access.Checked, ReadOnly = true, Result = ActionResultShapes.OrganizationList)]
[Doc("Organizations in which a user may do something, with its role in each as capacity.")]
internal sealed class ListOrganizationsForUser(CatalogContext context, ICallerDirectory directory, GroupsOfUser groups, GroupRights rights)
    : IAction<ListOrganizationsForUser.Request, RawJson>
{
    public sealed record Request(
        [Doc("Id or name of the user; the caller when left out.")] string? Id = null,
        [Doc("manage_group, create_dataset, read, admin ...")] string Permission = "manage_group",
        bool IncludeDatasetCount = false,
        bool IncludeMemberCount = false);

    public async ValueTask<RawJson> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var user = caller;
        if (!string.IsNullOrEmpty(request.Id))
        {
            var found = await context.FindUserAsync(request.Id, ct) ?? throw new NotFoundException();
            if (found.Id != caller.UserId)
            {
                rights.RequireOtherUsers(caller);
                user = await directory.RightsOfAsync(found.Id, ct);
            }
        }

        return await groups.ListAsync(
            GroupKind.Organization, user, request.Permission, onlyMember: false, request.IncludeDatasetCount, request.IncludeMemberCount, ct);
    }
}
