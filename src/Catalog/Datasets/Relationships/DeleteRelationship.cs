using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets.Relationships;

[CkanAction("package_relationship_delete", Access.Checked)]
[Doc("Removes a link between two datasets.")]
internal sealed class DeleteRelationship(RelationshipStore store, CatalogContext context) : IAction<RelationshipRequest, Nothing>
{
    public async ValueTask<Nothing> RunAsync(RelationshipRequest request, Caller caller, CancellationToken ct)
    {
        var (subject, other) = await store.FindPairAsync(request, caller, ct);
        context.Relationships.Remove(
            await store.FindAsync(request, subject, other, ct) ?? throw new NotFoundException("This relationship between the packages was not found."));
        await store.PublishAsync(subject, other, ct);
        return Nothing.Value;
    }
}
