using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("unfollow_group", Access.SignedIn, Denied = "You must be logged in to unfollow something.")]
[Doc("Stops following an organization or group.")]
internal sealed class UnfollowGroup(Followings followings) : IAction<FollowRequest, Nothing>
{
    public ValueTask<Nothing> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.UnfollowAsync(FollowTarget.Group, request.Id, caller, ct);
}
