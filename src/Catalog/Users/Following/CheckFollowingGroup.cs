using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("am_following_group", Access.SignedIn, ReadOnly = true)]
[Doc("Whether the caller follows an organization or group.")]
internal sealed class CheckFollowingGroup(Followings followings) : IAction<FollowRequest, bool>
{
    public ValueTask<bool> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.IsFollowingAsync(FollowTarget.Group, request.Id, caller, ct);
}
