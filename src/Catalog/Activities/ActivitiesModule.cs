using Microsoft.Extensions.DependencyInjection;

namespace Purbalingga.Catalog.Activities;

/// <summary>Activity streams: what happened to datasets, organizations, groups and users.</summary>
public static class ActivitiesModule
{
    public static IServiceCollection AddActivities(this IServiceCollection services) => services.AddScoped<ActivityLog>();
}
