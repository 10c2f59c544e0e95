using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>What clients of CKAN's loaders ask for, whichever loader they have in mind.</summary>
internal sealed class LoaderJobs(LoadAccess access, LoadOrders orders, LoadBell bell, CatalogContext context)
{
    /// <returns>False when it waits already.</returns>
    public async Task<JsonNode> SubmitAsync(LoaderReference request, Caller caller, CancellationToken ct)
    {
        var resource = await access.EditAsync(request.ResourceId, caller, ct);
        if (await context.TableLoads.FindAsync([resource.Id], ct) is { State: LoadState.Pending })
        {
            return false;
        }

        var load = await orders.AgainAsync(resource, ct);
        load.Again = request.IgnoreHash;
        bell.Ring(hurry: false); // rings a little later, when this is committed
        return true;
    }

    /// <summary><c>{status, job_id, job_url, last_updated, task_info, error}</c></summary>
    /// <exception cref="NotFoundException">Nothing was ever loaded for it.</exception>
    public async Task<JsonObject> ShowAsync(LoaderReference request, Caller caller, CancellationToken ct)
    {
        var resource = await access.EditAsync(request.ResourceId, caller, ct);
        var load = await context.TableLoads.FindAsync([resource.Id], ct) ?? throw new NotFoundException();
        var error = load.ErrorJson is { } json ? JsonNode.Parse(json)! : null;
        return new JsonObject
        {
            ["status"] = LoadTask.StateOf(load.State),
            ["job_id"] = LoadTask.IdOf(load.ResourceId, load.Version),
            ["job_url"] = null,
            ["last_updated"] = Clock.Text(load.Finished ?? load.Started ?? load.Queued),
            ["task_info"] = new JsonObject
            {
                ["status"] = LoadTask.StateOf(load.State),
                ["logs"] = new JsonArray([.. (load.LogJson is { } log ? JsonNode.Parse(log)!.AsArray() : []).Select(line => new JsonObject
                {
                    ["timestamp"] = line!["time"]!.DeepClone(), ["level"] = "INFO", ["message"] = line["message_en"]!.DeepClone(),
                })]),
            },
            ["error"] = error is null ? [] : new JsonObject { ["message"] = error["message_en"]?.DeepClone() },
        };
    }
}
