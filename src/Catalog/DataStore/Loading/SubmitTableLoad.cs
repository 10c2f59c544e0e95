using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.DataStore.Loading;

[CkanAction("table_load_submit", Access.Checked)]
[Doc("Loads an uploaded file into the DataStore again, also when it did not change. Ours, not CKAN's.")]
internal sealed class SubmitTableLoad(LoadAccess access, LoadOrders orders, LoadBell bell) : IAction<ResourceReference, JsonObject>
{
    public async ValueTask<JsonObject> RunAsync(ResourceReference request, Caller caller, CancellationToken ct)
    {
        var resource = await access.EditAsync(request.Id, caller, ct);
        await orders.AgainAsync(resource, ct);
        bell.Ring(hurry: false); // rings a little later, when this is committed
        return new JsonObject { ["resource_id"] = resource.Id, ["state"] = ShowTableLoad.NameOf(LoadState.Pending) };
    }
}
