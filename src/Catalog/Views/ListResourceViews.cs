using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.Views;

[CkanAction("resource_view_list", Access.Checked, ReadOnly = true)]
[Doc("Saved views of a resource, in their order.")]
internal sealed class ListResourceViews(CatalogContext context, DocumentReader documents) : IAction<ResourceReference, JsonArray>
{
    public async ValueTask<JsonArray> RunAsync(ResourceReference request, Caller caller, CancellationToken ct)
    {
        var datasetId = await context.Resources.AsNoTracking().Where(r => r.Id == request.Id).Select(r => r.DatasetId).FirstOrDefaultAsync(ct)
            ?? throw new NotFoundException();
        var document = await documents.FindAsync(datasetId, ct) ?? throw new NotFoundException();
        if (!DocumentReader.MayRead(document, caller))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to read resource {request.Id}");
        }

        var views = await context.ResourceViews.AsNoTracking().Where(v => v.ResourceId == request.Id).OrderBy(v => v.Order).ToListAsync(ct);
        return new JsonArray([.. views.Select(view => Show(view, datasetId))]);
    }

    private static JsonObject Show(ResourceView view, string datasetId)
    {
        var shown = JsonNode.Parse(view.ConfigJson)!.AsObject();
        shown["id"] = view.Id;
        shown["resource_id"] = view.ResourceId;
        shown["package_id"] = datasetId;
        shown["title"] = view.Title;
        shown["description"] = view.Description;
        shown["view_type"] = view.ViewType;
        return shown;
    }
}
