using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users.Following;

/// <summary>Following datasets, organizations, groups and users.</summary>
public static class FollowingModule
{
    public static IServiceCollection AddFollowing(this IServiceCollection services) => services
        .AddScoped<Followings>()
        .AddAction<FollowUser>()
        .AddAction<UnfollowUser>()
        .AddAction<CheckFollowingUser>()
        .AddAction<FollowDataset>()
        .AddAction<UnfollowDataset>()
        .AddAction<CheckFollowingDataset>()
        .AddAction<FollowGroup>()
        .AddAction<UnfollowGroup>()
        .AddAction<CheckFollowingGroup>()
        .AddAction<CountUserFollowers>()
        .AddAction<ListUserFollowers>()
        .AddAction<CountDatasetFollowers>()
        .AddAction<ListDatasetFollowers>()
        .AddAction<CountGroupFollowers>()
        .AddAction<ListGroupFollowers>()
        .AddAction<CountOrganizationFollowers>()
        .AddAction<ListOrganizationFollowers>();
}
