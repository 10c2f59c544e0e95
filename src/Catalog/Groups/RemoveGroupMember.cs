using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_member_delete", Access.Checked)]
[Doc("Takes a user out of a group.")]
internal sealed class RemoveGroupMember(GroupRoles roles) : IAction<RoleEndRequest, Nothing>
{
    public async ValueTask<Nothing> RunAsync(RoleEndRequest request, Caller caller, CancellationToken ct) =>
        await roles.TakeAsync(GroupKind.Group, request, caller, ct);
}
