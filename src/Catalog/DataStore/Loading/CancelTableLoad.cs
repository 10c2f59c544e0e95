using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.DataStore.Loading;

[CkanAction("table_load_cancel", Access.Checked)]
[Doc("Stops the loading of an uploaded file, or takes it out of the queue; the table that was there stays. Ours, not CKAN's.")]
internal sealed class CancelTableLoad(LoadAccess access, CatalogContext context, LoadTask task, TimeProvider clock) : IAction<ResourceReference, JsonObject>
{
    public async ValueTask<JsonObject> RunAsync(ResourceReference request, Caller caller, CancellationToken ct)
    {
        await access.EditAsync(request.Id, caller, ct);
        var load = await context.TableLoads.FindAsync([request.Id], ct);
        if (load is not { State: LoadState.Pending or LoadState.Running })
        {
            throw InvalidException.Field("id", "The file is neither loading nor waiting for it");
        }

        var log = new LoadLog(clock);
        log.Write(LoadMessages.Cancelled);
        load.State = LoadState.Cancelled;
        load.Version++;
        load.Finished = clock.Now();
        load.LogJson = log.ToString();
        await task.WriteAsync(request.Id, load.Version, load.State, LoadErrors.Of(LoadMessages.Cancelled), ct);
        return new JsonObject { ["resource_id"] = request.Id, ["state"] = ShowTableLoad.NameOf(load.State) };
    }
}
