using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("user_follower_list", Access.Sysadmin, ReadOnly = true, Result = ActionResultShapes.UserList)]
[Doc("The users who follow a user.")]
internal sealed class ListUserFollowers(Followings followings) : IAction<FollowRequest, JsonNode>
{
    public ValueTask<JsonNode> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.FollowersAsync(FollowTarget.User, request.Id, caller, ct);
}
