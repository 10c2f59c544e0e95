using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("follow_group", Access.SignedIn, Denied = "You must be logged in to follow groups")]
[Doc("Follows an organization or group; calling it again changes nothing.")]
internal sealed class FollowGroup(Followings followings) : IAction<FollowRequest, FollowView>
{
    public ValueTask<FollowView> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.FollowAsync(FollowTarget.Group, request.Id, caller, ct);
}
