using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.Views;

[CkanAction("resource_view_list", Access.Checked, ReadOnly = true)]
[Doc("Saved views of a resource, in their order.")]
internal sealed class ListResourceViews(CatalogContext context, ViewAccess access) : IAction<ResourceReference, JsonArray>
{
    public async ValueTask<JsonArray> RunAsync(ResourceReference request, Caller caller, CancellationToken ct)
    {
        var datasetId = await access.ReadResourceAsync(request.Id, caller, ct);
        var views = await context.ResourceViews.AsNoTracking().Where(v => v.ResourceId == request.Id).OrderBy(v => v.Order).ToListAsync(ct);
        return new JsonArray([.. views.Select(view => ViewAccess.Show(view, datasetId))]);
    }
}
