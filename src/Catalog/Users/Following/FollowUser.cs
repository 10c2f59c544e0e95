using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("follow_user", Access.SignedIn, Denied = "You must be logged in to follow users")]
[Doc("Follows a user; calling it again changes nothing.")]
internal sealed class FollowUser(Followings followings) : IAction<FollowRequest, FollowView>
{
    public ValueTask<FollowView> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.FollowAsync(FollowTarget.User, request.Id, caller, ct);
}
