using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Tasks;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>A load as clients of CKAN's loaders look for it: a task status of the resource, of type and key <c>xloader</c>.</summary>
internal sealed class LoadTask(TaskStatuses statuses, TimeProvider clock)
{
    public const string Name = "xloader";

    /// <summary>CKAN's word for a state; what is neither waiting, running nor failed is complete.</summary>
    public static string StateOf(LoadState state) => state switch
    {
        LoadState.Pending => "pending",
        LoadState.Running => "running",
        LoadState.Error or LoadState.Cancelled => "error",
        _ => "complete",
    };

    /// <summary>Names one order.</summary>
    public static string IdOf(string resourceId, int version) => $"{resourceId}-{version}";

    public async Task WriteAsync(string resourceId, int version, LoadState state, JsonObject? error, CancellationToken ct)
    {
        var status = await statuses.GetAsync(resourceId, "resource", Name, Name, ct);
        status.State = StateOf(state);
        status.Value = new JsonObject { ["job_id"] = IdOf(resourceId, version) }.ToJsonString(CatalogJson.Options);
        status.Error = (error is null ? [] : new JsonObject { ["message"] = error["message_en"]?.DeepClone() }).ToJsonString(CatalogJson.Options);
        status.LastUpdated = clock.Now();
    }

    public async Task ForgetAsync(string resourceId, CatalogContext context, CancellationToken ct)
    {
        if (await statuses.FindAsync(null, resourceId, Name, Name, ct) is { } status)
        {
            context.TaskStatuses.Remove(status);
        }
    }
}
