using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>Actions on groups (themes) and on members of both kinds.</summary>
public static class GroupsModule
{
    public static IServiceCollection AddGroups(this IServiceCollection services) => services
        .AddSingleton<GroupTitles>()
        .AddSingleton<IChangeFollower>(s => s.GetRequiredService<GroupTitles>())
        .AddSingleton<GroupSearch>()
        .AddScoped<GroupDatasets>()
        .AddScoped<GroupDictionary>()
        .AddScoped<GroupHierarchy>()
        .AddScoped<GroupImageUpload>()
        .AddScoped<GroupListing>()
        .AddScoped<GroupRights>()
        .AddScoped<GroupRoles>()
        .AddScoped<GroupSchema>()
        .AddScoped<GroupsOfUser>()
        .AddScoped<GroupWriter>()
        .AddScoped<MemberReferences>()
        .AddScoped<Memberships>()
        .AddAction<CreateGroup>()
        .AddAction<ShowGroup>()
        .AddAction<ListGroups>()
        .AddAction<UpdateGroup>()
        .AddAction<PatchGroup>()
        .AddAction<DeleteGroup>()
        .AddAction<PurgeGroup>()
        .AddAction<SuggestGroups>()
        .AddAction<AddGroupMember>()
        .AddAction<RemoveGroupMember>()
        .AddAction<ListAuthorizedGroups>()
        .AddAction<ListGroupDatasets>()
        .AddAction<ListMembers>()
        .AddAction<AddMember>()
        .AddAction<RemoveMember>()
        .AddAction<ListMemberRoles>();
}
