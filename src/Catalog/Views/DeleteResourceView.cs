using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Views;

[CkanAction("resource_view_delete", Access.Checked)]
[Doc("Deletes a saved view.")]
internal sealed class DeleteResourceView(CatalogContext context, ViewAccess access) : IAction<ResourceViewReference, JsonObject>
{
    public async ValueTask<JsonObject> RunAsync(ResourceViewReference request, Caller caller, CancellationToken ct)
    {
        var (view, _) = await access.ChangeAsync(request.Id, null, caller, ct);
        context.ResourceViews.Remove(view);
        return new JsonObject { ["resource_id"] = view.ResourceId };
    }
}
