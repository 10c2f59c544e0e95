using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("dataset_follower_list", Access.Sysadmin, ReadOnly = true, Result = ActionResultShapes.UserList)]
[Doc("The users who follow a dataset.")]
internal sealed class ListDatasetFollowers(Followings followings) : IAction<FollowRequest, JsonNode>
{
    public ValueTask<JsonNode> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.FollowersAsync(FollowTarget.Dataset, request.Id, caller, ct);
}
