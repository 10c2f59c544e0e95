using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("group_follower_list", Access.Sysadmin, ReadOnly = true, Result = ActionResultShapes.UserList)]
[Doc("The users who follow a group.")]
internal sealed class ListGroupFollowers(Followings followings) : IAction<FollowRequest, JsonNode>
{
    public ValueTask<JsonNode> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.FollowersAsync(FollowTarget.Group, request.Id, caller, ct);
}
