using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("user_follower_count", Access.Anyone, ReadOnly = true)]
[Doc("How many users follow a user.")]
internal sealed class CountUserFollowers(Followings followings) : IAction<FollowRequest, int>
{
    public ValueTask<int> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.CountAsync(FollowTarget.User, request.Id, caller, ct);
}
