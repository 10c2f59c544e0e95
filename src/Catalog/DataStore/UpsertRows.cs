using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

[CkanAction("datastore_upsert", Access.Checked, OwnTransactions = true, Result = ActionResultShapes.Any)]
[Doc("Inserts, updates or upserts rows of a table: all of them, or none.")]
internal sealed class UpsertRows(IDataStore store, TableAccess access) : IAction<ActionInput, JsonObject>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("resource_id", "string", true, "Id of the resource; id means the same.", "\"3f6a1d0c-0000-4000-8000-000000000000\""), new("id", "string", false, "The same as resource_id."),
        new("records", "array", false, "Rows as objects, with the key's columns or _id.", "[{\"kode\": \"33.03.01\", \"jumlah\": 61000}]"),
        new("method", "string", false, "upsert, insert or update.", Default: "upsert"), new("dry_run", "boolean", false, "Check, but let nothing stand.", Default: false),
        new("force", "boolean", false, "Also for a resource whose table is made from a file.", Default: false),
        new("include_records", "boolean", false, "Give the rows back.", Default: false), new("calculate_record_count", "any", false, "Taken; counts are always exact."),
    ];

    public async ValueTask<JsonObject> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var data = request.Data;
        var resourceId = request.Text("resource_id") ?? request.Text("id");
        var errors = new FieldErrors();
        if (resourceId is null)
        {
            errors.Add("resource_id", "Missing value");
        }

        WriteMethod? method = (request.Text("method") ?? "upsert") switch
        {
            "upsert" => WriteMethod.Upsert,
            "insert" => WriteMethod.Insert,
            "update" => WriteMethod.Update,
            _ => null,
        };
        if (method is null)
        {
            errors.Add("method", "Value must be one of ['upsert', 'insert', 'update']");
        }

        errors.ThrowIfAny();
        await access.WriteAsync(resourceId!, InputValues.Flag(data["force"]), caller, ct);
        var table = await store.FindAsync(resourceId!, ct) is { } found && found.Id == resourceId ? found : throw new NotFoundException($"Resource \"{resourceId}\" was not found.");
        var records = RecordsInput.Objects(data) ?? [];
        var result = records.Count == 0 ? new WriteResult(0) : await WriteAsync(table, method!.Value, records, data, ct);
        return Answer(data, resourceId!, result);
    }

    private async Task<WriteResult> WriteAsync(DataTable table, WriteMethod method, IReadOnlyList<JsonObject> records, JsonObject data, CancellationToken ct)
    {
        var names = records.SelectMany(r => r.Select(p => p.Key)).ToHashSet();
        if (names.FirstOrDefault(name => table.Find(name) is null) is { } unknown)
        {
            throw InvalidException.Field("fields", $"fields \"{string.Join("\", \"", names.Where(n => table.Find(n) is null).DefaultIfEmpty(unknown))}\" do not exist");
        }

        var key = method == WriteMethod.Insert ? [] : Key(table, records, names);
        List<DataColumn> columns = [.. new[] { table.Find(DataNames.RowId)! }.Concat(table.Columns).Where(c => names.Contains(c.Name))];
        try
        {
            return await store.WriteAsync(
                new TableWrite(table.Id, method, [.. columns.Select(c => c.Name)], RecordsInput.Cells(records, columns), key)
                {
                    DryRun = InputValues.Flag(data["dry_run"]),
                    ReturnRows = InputValues.Flag(data["include_records"]),
                },
                ct);
        }
        catch (DataStoreException error) when (error is { Error: DataStoreError.KeyNotFound, Row: { } row })
        {
            throw InvalidException.Field("key", $"key \"{{{string.Join(", ", key.Select(name => $"'{Place(table, name)}': {Python(records[row][name])}"))}}}\" not found");
        }
        catch (DataStoreException error)
        {
            throw StoreErrors.OfWrite(error, table.Id, creating: false);
        }
    }

    private static IReadOnlyList<string> Key(DataTable table, IReadOnlyList<JsonObject> records, HashSet<string> names)
    {
        if (names.Contains(DataNames.RowId))
        {
            return records.All(r => r[DataNames.RowId] is not null) ? [DataNames.RowId] : throw Missing([DataNames.RowId]);
        }

        var key = table.PrimaryKey;
        if (key.Count == 0)
        {
            throw InvalidException.Field("table", "unique key must be passed for update/upsert");
        }

        return records.Select(r => key.Where(name => !r.ContainsKey(name)).ToList()).FirstOrDefault(missing => missing.Count > 0) is { } lacking ? throw Missing(lacking) : key;
    }

    // The blanks are CKAN's
    private static InvalidException Missing(IEnumerable<string> names) =>
        InvalidException.Field("key", $"fields \"{string.Join(", ", names)}\" are missing\n                            but needed as key");

    // CKAN names values by the place of their column, after _id and _full_text
    private static string Place(DataTable table, string name) =>
        "val_" + (name == DataNames.RowId ? 0 : table.Columns.Select(c => c.Name).ToList().IndexOf(name) + 2);

    private static string Python(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? $"'{node.GetValue<string>()}'" : InputValues.Text(node) ?? "None";

    private static JsonObject Answer(JsonObject data, string resourceId, WriteResult result)
    {
        var answer = new JsonObject { ["resource_id"] = resourceId, ["calculate_record_count"] = data["calculate_record_count"]?.DeepClone() ?? "background" };
        if (data["method"] is { } method)
        {
            answer["method"] = method.DeepClone();
        }

        if (data["dry_run"] is { } dryRun)
        {
            answer["dry_run"] = InputValues.Flag(dryRun);
        }

        if (InputValues.Flag(data["include_records"]))
        {
            answer["records"] = RecordsInput.Echo(result);
        }

        return answer;
    }
}
