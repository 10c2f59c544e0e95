using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets.Collaborators;

[CkanAction("package_collaborator_delete", Access.SignedIn)]
[Doc("Ends a user's work on a dataset as a collaborator.")]
internal sealed class RemoveCollaborator(CatalogContext context, CollaboratorRules rules, PendingChanges pending)
    : IAction<RemoveCollaborator.Request, Nothing>
{
    public sealed record Request([Required, Doc("Id or name of the dataset.")] string Id, [Required, Doc("Id or name of the user.")] string UserId);

    public async ValueTask<Nothing> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        rules.RequireEnabled();
        var dataset = await rules.RequireManagedAsync(request.Id, caller, ct);
        var user = await rules.RequireUserAsync(request.UserId, ct);
        context.Collaborators.Remove(
            await context.Collaborators.FirstOrDefaultAsync(c => c.DatasetId == dataset.Id && c.UserId == user.Id, ct)
            ?? throw new NotFoundException($"User {request.UserId} is not a collaborator on this package"));
        pending.UserChanged(user.Id);
        return Nothing.Value;
    }
}
