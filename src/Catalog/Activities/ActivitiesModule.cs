using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Activities;

/// <summary>Activity streams: what happened to datasets, organizations, groups and users.</summary>
public static class ActivitiesModule
{
    public static IServiceCollection AddActivities(this IServiceCollection services) => services
        .AddScoped<ActivityLog>()
        .AddScoped<ActivityReader>()
        .AddScoped<GroupActivities>()
        .AddAction<ListDatasetActivities>()
        .AddAction<ListOrganizationActivities>()
        .AddAction<ListGroupActivities>()
        .AddAction<ListUserActivities>()
        .AddAction<ListRecentDatasetActivities>();
}
