using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("organization_member_delete", Access.Checked)]
[Doc("Takes a user out of an organization.")]
internal sealed class RemoveOrganizationMember(GroupRoles roles) : IAction<RoleEndRequest, Nothing>
{
    public async ValueTask<Nothing> RunAsync(RoleEndRequest request, Caller caller, CancellationToken ct) =>
        await roles.TakeAsync(GroupKind.Organization, request, caller, ct);
}
