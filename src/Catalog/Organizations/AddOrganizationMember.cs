using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("organization_member_create", Access.Checked, Result = ActionResultShapes.Member)]
[Doc("Gives a user a role in an organization, or another one.")]
internal sealed class AddOrganizationMember(GroupRoles roles) : IAction<RoleRequest, MemberView>
{
    public async ValueTask<MemberView> RunAsync(RoleRequest request, Caller caller, CancellationToken ct) =>
        await roles.GiveAsync(GroupKind.Organization, request, caller, ct);
}
