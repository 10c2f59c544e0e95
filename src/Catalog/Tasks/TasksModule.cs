using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Tasks;

/// <summary>CKAN's table of what background tasks are doing.</summary>
public static class TasksModule
{
    public static IServiceCollection AddTasks(this IServiceCollection services) => services
        .AddScoped<TaskStatuses>()
        .AddScoped<TaskVisibility>()
        .AddAction<ShowTaskStatus>()
        .AddAction<UpdateTaskStatus>()
        .AddAction<UpdateTaskStatuses>()
        .AddAction<DeleteTaskStatus>();
}
