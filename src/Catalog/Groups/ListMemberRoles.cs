using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

[CkanAction("member_roles_list", Access.Anyone, ReadOnly = true)]
[Doc("Roles that users can have.")]
internal sealed class ListMemberRoles : IAction<ListMemberRoles.Request, IReadOnlyList<ListMemberRoles.Role>>
{
    public sealed record Request([Doc("organization or group; groups have no editors.")] string GroupType = "organization");

    public sealed record Role(string Text, string Value);

    public ValueTask<IReadOnlyList<Role>> RunAsync(Request request, Caller caller, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<Role>>([.. MemberRoles.All
            .Where(role => request.GroupType != GroupKind.Group.Word || role != MemberRoles.Editor)
            .Select(role => new Role(MemberRoles.Label(role), role))]);
}
