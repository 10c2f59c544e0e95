using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_member_create", Access.Checked, Result = ActionResultShapes.Member)]
[Doc("Gives a user a role in a group, or another one.")]
internal sealed class AddGroupMember(GroupRoles roles) : IAction<RoleRequest, MemberView>
{
    public async ValueTask<MemberView> RunAsync(RoleRequest request, Caller caller, CancellationToken ct) =>
        await roles.GiveAsync(GroupKind.Group, request, caller, ct);
}
