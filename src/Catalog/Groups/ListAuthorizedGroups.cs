using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_list_authz", Access.Anyone, ReadOnly = true, Result = ActionResultShapes.OrganizationList)]
[Doc("Groups that the caller may put datasets into; for sysadmins all.")]
internal sealed class ListAuthorizedGroups(GroupsOfUser groups) : IAction<ListAuthorizedGroups.Request, RawJson>
{
    public sealed record Request(
        [Doc("Has no meaning outside CKAN's own pages.")] bool AvailableOnly = false,
        [Doc("Only groups in which the caller has a role, also for sysadmins.")] bool AmMember = false,
        bool IncludeDatasetCount = false,
        bool IncludeMemberCount = false);

    public async ValueTask<RawJson> RunAsync(Request request, Caller caller, CancellationToken ct) => await groups.ListAsync(
        GroupKind.Group, caller, "manage_group", request.AmMember, request.IncludeDatasetCount, request.IncludeMemberCount, ct);
}
