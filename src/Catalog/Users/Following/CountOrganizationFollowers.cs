using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

[CkanAction("organization_follower_count", Access.Anyone, ReadOnly = true)]
[Doc("How many users follow an organization.")]
internal sealed class CountOrganizationFollowers(Followings followings) : IAction<FollowRequest, int>
{
    public ValueTask<int> RunAsync(FollowRequest request, Caller caller, CancellationToken ct) =>
        followings.CountAsync(FollowTarget.Group, request.Id, caller, ct);
}
