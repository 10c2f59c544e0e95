using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("am_following_dataset", Access.SignedIn, ReadOnly = true)]
[Doc("Whether the caller follows a dataset.")]
internal sealed class CheckFollowingDataset(Followings followings) : IAction<FollowRequest, bool>
{
    public ValueTask<bool> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.IsFollowingAsync(FollowTarget.Dataset, request.Id, caller, ct);
}
