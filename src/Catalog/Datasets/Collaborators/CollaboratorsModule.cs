using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Datasets.Collaborators;

/// <summary>Users who work on single datasets (setting <c>ckan.auth.allow_dataset_collaborators</c>).</summary>
internal static class CollaboratorsModule
{
    public static IServiceCollection AddCollaborators(this IServiceCollection services) => services
        .AddScoped<CollaboratorRules>()
        .AddAction<AddCollaborator>()
        .AddAction<RemoveCollaborator>()
        .AddAction<ListCollaborators>()
        .AddAction<ListCollaborations>();
}
