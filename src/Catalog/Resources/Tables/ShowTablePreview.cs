using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Resources.Tables;

[CkanAction("resource_table_preview", Access.Checked, ReadOnly = true)]
[Doc("First rows of an uploaded table with its columns and their types, or why it cannot be read. Ours, not CKAN's.")]
internal sealed class ShowTablePreview(CatalogContext context, DocumentReader documents, TableInspections inspections) : IAction<ResourceReference, JsonObject>
{
    public async ValueTask<JsonObject> RunAsync(ResourceReference request, Caller caller, CancellationToken ct)
    {
        var resource = await context.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Id == request.Id && r.State == RecordState.Active, ct)
            ?? throw new NotFoundException();
        var document = await documents.FindAsync(resource.DatasetId, ct) ?? throw new NotFoundException();
        if (!DocumentReader.MayRead(document, caller))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to read resource {request.Id}");
        }

        var inspection = resource.FileHash is null ? null : await inspections.OfAsync(resource.FileHash, resource.Format, ct);
        var answer = inspection?.PreviewJson is { } preview ? JsonNode.Parse(preview)!.AsObject() : [];
        answer["resource_id"] = resource.Id;
        answer["is_table"] = inspection?.PreviewJson is not null;
        answer["error"] = inspection?.ErrorJson is { } error ? JsonNode.Parse(error) : null;
        return answer;
    }
}
