using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Resources;

[CkanAction("resource_show", Access.Checked, ReadOnly = true, Result = ActionResultShapes.Resource)]
[Doc("Metadata of one resource.")]
internal sealed class ShowResource(CatalogContext context, DocumentReader documents) : IAction<ResourceReference, RawJson>
{
    public async ValueTask<RawJson> RunAsync(ResourceReference request, Caller caller, CancellationToken ct)
    {
        var datasetId = await context.Resources.AsNoTracking().Where(r => r.Id == request.Id).Select(r => r.DatasetId).FirstOrDefaultAsync(ct)
            ?? throw new NotFoundException();
        var document = await documents.FindAsync(datasetId, ct) ?? throw new NotFoundException();
        if (!DocumentReader.MayRead(document, caller))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to read resource {request.Id}");
        }

        var dataset = JsonNode.Parse(document.Json.Span)!.AsObject();
        return RawJson.From(ResourceTree.Of(dataset)[ResourceTree.IndexOf(dataset, request.Id)]);
    }
}
