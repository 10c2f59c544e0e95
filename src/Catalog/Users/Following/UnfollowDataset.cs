using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("unfollow_dataset", Access.SignedIn, Denied = "You must be logged in to unfollow something.")]
[Doc("Stops following a dataset.")]
internal sealed class UnfollowDataset(Followings followings) : IAction<FollowRequest, Nothing>
{
    public ValueTask<Nothing> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.UnfollowAsync(FollowTarget.Dataset, request.Id, caller, ct);
}
