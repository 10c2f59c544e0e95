using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("organization_follower_list", Access.Sysadmin, ReadOnly = true, Result = ActionResultShapes.UserList)]
[Doc("The users who follow an organization.")]
internal sealed class ListOrganizationFollowers(Followings followings) : IAction<FollowRequest, JsonNode>
{
    public ValueTask<JsonNode> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.FollowersAsync(FollowTarget.Group, request.Id, caller, ct);
}
