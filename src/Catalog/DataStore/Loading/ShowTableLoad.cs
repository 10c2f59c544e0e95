using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>
/// <c>{resource_id, state, is_current, rows, progress, error, log, queued, started, finished}</c>: state is null (a link), pending, running, complete, error, cancelled,
/// no_table or foreign; rows are those of the served table; progress is null unless it runs on this node, else <c>{phase, bytes_read, bytes_total, rows, percent}</c>.
/// </summary>
[CkanAction("table_load_show", Access.Checked, ReadOnly = true)]
[Doc("How far an uploaded file is on its way into the DataStore: state, progress, log, and why it failed. Ours, not CKAN's.")]
internal sealed class ShowTableLoad(LoadAccess access, LoadBoard board) : IAction<ResourceReference, JsonObject>
{
    public async ValueTask<JsonObject> RunAsync(ResourceReference request, Caller caller, CancellationToken ct)
    {
        var (resource, load) = await access.ReadAsync(request.Id, caller, ct);
        var running = load is { State: LoadState.Running } && board.Of(resource.Id) is { } current && current.Job.Version == load.Version ? current : null;
        return new JsonObject
        {
            ["resource_id"] = resource.Id,
            ["state"] = load is null ? null : NameOf(load.State),
            ["is_current"] = load?.LoadedHash is not null && load.LoadedHash == resource.FileHash,
            ["rows"] = load?.Rows,
            ["progress"] = running is null ? null : Progress(running),
            ["error"] = load?.ErrorJson is { } error ? JsonNode.Parse(error) : null,
            ["log"] = running?.Log.ToJson() ?? (load?.LogJson is { } log ? JsonNode.Parse(log) : new JsonArray()),
            ["queued"] = Text(load?.Queued),
            ["started"] = Text(load?.Started),
            ["finished"] = Text(load?.Finished),
        };
    }

    /// <summary>The wire name of a state.</summary>
    public static string NameOf(LoadState state) => state == LoadState.NoTable ? "no_table" : state.ToString().ToLowerInvariant();

    private static JsonObject Progress(LoadProgress running)
    {
        var part = running.Total == 0 ? 0 : (double)Math.Min(running.Bytes, running.Total) / running.Total;
        return new JsonObject
        {
            ["phase"] = running.Phase,
            ["bytes_read"] = running.Bytes,
            ["bytes_total"] = running.Total,
            ["rows"] = running.Rows,
            // Each phase reads the file once
            ["percent"] = (int)(running.Phase == LoadProgress.Planning ? part * 50 : 50 + (part * 49)),
        };
    }

    private static string? Text(DateTime? time) => time is { } given ? Clock.Text(given) : null;
}
