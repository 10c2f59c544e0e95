using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Views;

[CkanAction("resource_view_show", Access.Checked, ReadOnly = true)]
[Doc("A saved view of a resource.")]
internal sealed class ShowResourceView(ViewAccess access) : IAction<ResourceViewReference, JsonObject>
{
    public async ValueTask<JsonObject> RunAsync(ResourceViewReference request, Caller caller, CancellationToken ct)
    {
        var (view, datasetId) = await access.ReadAsync(request.Id, caller, ct);
        return ViewAccess.Show(view, datasetId);
    }
}
