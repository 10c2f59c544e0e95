using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("am_following_user", Access.SignedIn, ReadOnly = true)]
[Doc("Whether the caller follows a user.")]
internal sealed class CheckFollowingUser(Followings followings) : IAction<FollowRequest, bool>
{
    public ValueTask<bool> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.IsFollowingAsync(FollowTarget.User, request.Id, caller, ct);
}
