using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets.Relationships;

[CkanAction("package_relationships_list", Access.Checked, ReadOnly = true)]
[Doc("Links of a dataset, seen from it.")]
internal sealed class ListRelationships(CatalogContext context, DocumentReader documents) : IAction<ListRelationships.Request, JsonArray>
{
    public sealed record Request(
        [Required, Doc("Id or name of the dataset.")] string Id,
        [Doc("Only links to this dataset.")] string? Id2 = null,
        [Doc("Only links of this type.")] string? Rel = null);

    public async ValueTask<JsonArray> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var first = await documents.FindAsync(request.Id, ct) ?? throw new NotFoundException("First package named in request was not found.");
        var second = request.Id2 is null ? null
            : await documents.FindAsync(request.Id2, ct) ?? throw new NotFoundException("Second package named in address was not found.");
        if (!DocumentReader.MayRead(first, caller) || (second is not null && !DocumentReader.MayRead(second, caller)))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to read these packages");
        }

        var answer = new JsonArray();
        foreach (var link in await context.Relationships.AsNoTracking()
            .Where(r => (r.SubjectId == first.Id || r.ObjectId == first.Id) && r.State == RecordState.Active).ToListAsync(ct))
        {
            var forward = link.SubjectId == first.Id;
            var type = forward ? link.Type : RelationshipTypes.Opposite(link.Type);
            var other = await documents.FindAsync(forward ? link.ObjectId : link.SubjectId, ct);
            if (other is not null && DocumentReader.MayRead(other, caller) && (second is null || other.Id == second.Id) && (request.Rel is null || request.Rel == type))
            {
                answer.Add(RelationshipStore.Show(first.Name, other.Name, type, link.Comment));
            }
        }

        return answer;
    }
}
