using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Tables.Planning;

namespace Purbalingga.Catalog.DataStore.Loading;

[CkanAction("table_plan_correct", Access.Checked)]
[Doc("Puts right how the file of a table is read (sheet, header rows, types, names, rows left out or kept) and loads it again; kept for later versions of the file. Ours, not CKAN's.")]
internal sealed class CorrectTablePlan(LoadAccess access, LoadOrders orders, LoadBell bell) : IAction<ActionInput, JsonObject>, IDescribesParameters
{
    private const int MaxCharacters = 100_000;

    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("id", "string", true, "Id of the resource.", "\"3f6a1d0c-0000-4000-8000-000000000000\""),
        new("correction", "object", false, "sheet, header_rows, first_row, last_row, leave_out, keep, columns (each column, id, label, type, form, leave_out); rows are 1-based as in the file. Left out or null: as detection finds it.",
            "{\"header_rows\": [3], \"columns\": [{\"column\": \"kode\", \"type\": \"text\"}]}"),
    ];

    public async ValueTask<JsonObject> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var resource = await access.EditAsync(request.Required("id"), caller, ct);
        var correction = Read(TableQueries.Json(request.Data["correction"], "correction"));
        var load = await orders.AgainAsync(resource, ct);
        load.LoadedHash = null; // the table that is served was read in another way
        load.CorrectionJson = correction is null ? null : PlanJson.Write(correction);
        bell.Ring(hurry: false); // rings a little later, when this is committed
        return new JsonObject
        {
            ["resource_id"] = resource.Id,
            ["correction"] = load.CorrectionJson is { } json ? JsonNode.Parse(json) : null,
            ["state"] = ShowTableLoad.NameOf(load.State),
        };
    }

    private static TableCorrection? Read(JsonNode? given)
    {
        if (given is null)
        {
            return null;
        }

        try
        {
            return given is JsonObject && given.ToJsonString() is { Length: <= MaxCharacters } json
                ? PlanJson.ReadCorrection(json)
                : throw InvalidException.Field("correction", "The correction is an object of at most 100000 characters");
        }
        catch (JsonException error)
        {
            throw InvalidException.Field("correction", $"No correction of a table: {(error.Path is { Length: > 2 } path ? path[2..] : "it")} cannot be understood");
        }
    }
}
