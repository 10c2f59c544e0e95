using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("unfollow_user", Access.SignedIn, Denied = "You must be logged in to unfollow something.")]
[Doc("Stops following a user.")]
internal sealed class UnfollowUser(Followings followings) : IAction<FollowRequest, Nothing>
{
    public ValueTask<Nothing> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.UnfollowAsync(FollowTarget.User, request.Id, caller, ct);
}
