using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets.Collaborators;

[CkanAction("package_collaborator_list_for_user", Access.SignedIn, ReadOnly = true)]
[Doc("Datasets that a user works on as a collaborator; one's own only.")]
internal sealed class ListCollaborations(CatalogContext context, CollaboratorRules rules)
    : IAction<ListCollaborations.Request, IReadOnlyList<CollaborationView>>
{
    public sealed record Request([Required, Doc("Id or name of the user.")] string Id, [Doc("Only those with this capacity.")] string? Capacity = null);

    public async ValueTask<IReadOnlyList<CollaborationView>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        rules.RequireEnabled();
        if (!string.IsNullOrEmpty(request.Capacity))
        {
            rules.RequireCapacity(request.Capacity, "Capacity");
        }

        // Whom others work for is nobody's business, so it is not told either whether a name exists
        if (!caller.IsSysadmin && request.Id != caller.UserId && request.Id != caller.Name)
        {
            throw new NotAuthorizedException();
        }

        var user = await rules.RequireUserAsync(request.Id, ct);
        var found = await context.Collaborators.AsNoTracking()
            .Where(c => c.UserId == user.Id && (string.IsNullOrEmpty(request.Capacity) || c.Capacity == request.Capacity))
            .OrderBy(c => c.Modified).ToListAsync(ct);
        return [.. found.Select(CollaboratorView.Of).Select(c => new CollaborationView(c.PackageId, c.Capacity, c.Modified))];
    }
}
