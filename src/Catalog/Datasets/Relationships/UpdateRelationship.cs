using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Datasets.Relationships;

[CkanAction("package_relationship_update", Access.Checked)]
[Doc("Changes the comment of a link between two datasets.")]
internal sealed class UpdateRelationship(RelationshipStore store) : IAction<RelationshipRequest, JsonNode>
{
    public async ValueTask<JsonNode> RunAsync(RelationshipRequest request, Caller caller, CancellationToken ct)
    {
        var (subject, other) = await store.FindPairAsync(request, caller, ct);
        var relationship = await store.FindAsync(request, subject, other, ct) ?? throw new NotFoundException("This relationship between the packages was not found.");
        relationship.Comment = request.Comment ?? "";
        await store.PublishAsync(subject, other, ct);
        return RelationshipStore.Show(subject.Name, other.Name, request.Type, relationship.Comment);
    }
}
