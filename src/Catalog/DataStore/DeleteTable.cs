using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.Loading;

namespace Purbalingga.Catalog.DataStore;

[CkanAction("datastore_delete", Access.Checked, OwnTransactions = true, Result = ActionResultShapes.Any)]
[Doc("Drops a table, or deletes the rows that the filters match.")]
internal sealed class DeleteTable(IDataStore store, TableAccess access, ActiveFlags flags, RowDeletion rows, LoadLedger ledger) : IAction<ActionInput, JsonObject>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("resource_id", "string", true, "Id of the resource; id means the same.", "\"3f6a1d0c-0000-4000-8000-000000000000\""), new("id", "string", false, "The same as resource_id."),
        new("filters", "object", false, "As in datastore_search; left out: the table is dropped."),
        new("force", "boolean", false, "Also for a resource whose table is made from a file.", Default: false),
        new("include_deleted_records", "boolean", false, "Give the rows back.", Default: false), new("calculate_record_count", "any", false, "Taken; counts are always exact."),
    ];

    public async ValueTask<JsonObject> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var resourceId = request.Text("resource_id") ?? request.Text("id") ?? throw InvalidException.Field("resource_id", "Missing value");
        await access.WriteAsync(resourceId, InputValues.Flag(request.Data["force"]), caller, ct);
        var table = await store.FindAsync(resourceId, ct) is { } found && found.Id == resourceId ? found : throw new NotFoundException($"Resource \"{resourceId}\" was not found.");
        if (request.Data["filters"] is { } filters)
        {
            return await rows.RunAsync(table, Filters(filters), request.Data, ct);
        }

        await store.DropAsync(resourceId, ct);
        await ledger.ForgetTableAsync(resourceId, CancellationToken.None);
        await flags.SetAsync(resourceId, false, CancellationToken.None);
        return new JsonObject { ["resource_id"] = resourceId };
    }

    /// <exception cref="InvalidException">No object.</exception>
    public static JsonObject Filters(JsonNode filters)
    {
        if (filters is JsonObject found)
        {
            return found;
        }

        try
        {
            return InputValues.Text(filters) is { } text && JsonNode.Parse(text) is JsonObject parsed ? parsed : throw Wrong();
        }
        catch (JsonException)
        {
            throw Wrong();
        }
    }

    private static InvalidException Wrong() => InvalidException.Field("filters", "filters must be either a dict or null.");
}
