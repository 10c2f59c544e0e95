using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets.Collaborators;

[CkanAction("package_collaborator_list", Access.SignedIn, ReadOnly = true)]
[Doc("Users who work on a dataset as collaborators.")]
internal sealed class ListCollaborators(CatalogContext context, CollaboratorRules rules)
    : IAction<ListCollaborators.Request, IReadOnlyList<CollaboratorView>>
{
    public sealed record Request([Required, Doc("Id or name of the dataset.")] string Id, [Doc("Only those with this capacity.")] string? Capacity = null);

    public async ValueTask<IReadOnlyList<CollaboratorView>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        rules.RequireEnabled();
        if (!string.IsNullOrEmpty(request.Capacity))
        {
            rules.RequireCapacity(request.Capacity, "Capacity");
        }

        var dataset = await rules.RequireManagedAsync(request.Id, caller, ct);
        var found = await context.Collaborators.AsNoTracking()
            .Where(c => c.DatasetId == dataset.Id && (string.IsNullOrEmpty(request.Capacity) || c.Capacity == request.Capacity))
            .OrderBy(c => c.Modified).ToListAsync(ct);
        return [.. found.Select(CollaboratorView.Listed)];
    }
}
