using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("follow_dataset", Access.SignedIn, Denied = "You must be logged in to follow datasets")]
[Doc("Follows a dataset; calling it again changes nothing.")]
internal sealed class FollowDataset(Followings followings) : IAction<FollowRequest, FollowView>
{
    public ValueTask<FollowView> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.FollowAsync(FollowTarget.Dataset, request.Id, caller, ct);
}
