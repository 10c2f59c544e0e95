using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>Actions on groups (themes) and on members of both kinds.</summary>
public static class GroupsModule
{
    public static IServiceCollection AddGroups(this IServiceCollection services) => services
        .AddSingleton<GroupTitles>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<GroupTitles>());
}
