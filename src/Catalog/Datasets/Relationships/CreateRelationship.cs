using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Datasets.Relationships;

[CkanAction("package_relationship_create", Access.Checked)]
[Doc("Links two datasets; an existing link gets the new comment.")]
internal sealed class CreateRelationship(RelationshipStore store) : IAction<RelationshipRequest, JsonNode>
{
    public async ValueTask<JsonNode> RunAsync(RelationshipRequest request, Caller caller, CancellationToken ct)
    {
        var (subject, other) = await store.FindPairAsync(request, caller, ct);
        var relationship = await store.FindAsync(request, subject, other, ct) ?? store.Add(request, subject, other);
        relationship.Comment = request.Comment ?? "";
        await store.PublishAsync(subject, other, ct);
        return RelationshipStore.Show(subject.Name, other.Name, request.Type, relationship.Comment);
    }
}
