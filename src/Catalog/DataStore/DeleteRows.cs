using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

[CkanAction("datastore_records_delete", Access.Checked, OwnTransactions = true, Result = ActionResultShapes.Any)]
[Doc("Deletes the rows that the filters match; never the table.")]
internal sealed class DeleteRows(IDataStore store, TableAccess access, RowDeletion rows) : IAction<ActionInput, JsonObject>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("resource_id", "string", true, "Id of the resource; id means the same.", "\"3f6a1d0c-0000-4000-8000-000000000000\""), new("id", "string", false, "The same as resource_id."),
        new("filters", "object", true, "As in datastore_search; {} for all rows.", "{\"kode\": \"33.03.01\"}"),
        new("force", "boolean", false, "Also for a resource whose table is made from a file.", Default: false),
        new("include_deleted_records", "boolean", false, "Give the rows back.", Default: false), new("calculate_record_count", "any", false, "Taken; counts are always exact."),
    ];

    public async ValueTask<JsonObject> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var errors = new FieldErrors();
        var resourceId = request.Text("resource_id") ?? request.Text("id");
        if (resourceId is null)
        {
            errors.Add("resource_id", "Missing value");
        }

        if (request.Data["filters"] is not { } filters)
        {
            errors.Add("filters", "Missing value");
            errors.ThrowIfAny();
            return [];
        }

        errors.ThrowIfAny();
        await access.WriteAsync(resourceId!, InputValues.Flag(request.Data["force"]), caller, ct);
        var table = await store.FindAsync(resourceId!, ct) is { } found && found.Id == resourceId ? found : throw new NotFoundException($"Resource \"{resourceId}\" was not found.");
        return await rows.RunAsync(table, DeleteTable.Filters(filters), request.Data, ct);
    }
}
