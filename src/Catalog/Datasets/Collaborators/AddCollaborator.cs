using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets.Collaborators;

[CkanAction("package_collaborator_create", Access.SignedIn)]
[Doc("Lets a user work on a dataset without being a member of its organization, or changes the capacity.")]
internal sealed class AddCollaborator(CatalogContext context, CollaboratorRules rules, PendingChanges pending, TimeProvider clock)
    : IAction<AddCollaborator.Request, CollaboratorView>
{
    public sealed record Request(
        [Required, Doc("Id or name of the dataset.")] string Id,
        [Required, Doc("Id or name of the user.")] string UserId,
        [Required, Doc("member, editor or, where allowed, admin.")] string Capacity);

    public async ValueTask<CollaboratorView> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        rules.RequireEnabled();
        rules.RequireCapacity(request.Capacity, "Role");
        var dataset = await rules.RequireManagedAsync(request.Id, caller, ct);
        var user = await rules.RequireUserAsync(request.UserId, ct);
        var collaborator = await context.Collaborators.FirstOrDefaultAsync(c => c.DatasetId == dataset.Id && c.UserId == user.Id, ct);
        if (collaborator is null)
        {
            collaborator = new Collaborator { DatasetId = dataset.Id, UserId = user.Id, Capacity = request.Capacity };
            context.Collaborators.Add(collaborator);
        }

        collaborator.Capacity = request.Capacity;
        collaborator.Modified = clock.Now();
        pending.UserChanged(user.Id);
        return CollaboratorView.Of(collaborator);
    }
}
