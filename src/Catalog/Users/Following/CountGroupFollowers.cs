using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("group_follower_count", Access.Anyone, ReadOnly = true)]
[Doc("How many users follow a group.")]
internal sealed class CountGroupFollowers(Followings followings) : IAction<FollowRequest, int>
{
    public ValueTask<int> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.CountAsync(FollowTarget.Group, request.Id, caller, ct);
}
