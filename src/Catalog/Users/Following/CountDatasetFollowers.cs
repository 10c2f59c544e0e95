using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("dataset_follower_count", Access.Anyone, ReadOnly = true)]
[Doc("How many users follow a dataset.")]
internal sealed class CountDatasetFollowers(Followings followings) : IAction<FollowRequest, int>
{
    public ValueTask<int> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.CountAsync(FollowTarget.Dataset, request.Id, caller, ct);
}
