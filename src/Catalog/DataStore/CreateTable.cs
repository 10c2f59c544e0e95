using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.DataStore;

[CkanAction("datastore_create", Access.Checked, OwnTransactions = true, Result = ActionResultShapes.Any)]
[Doc("Makes or alters the table of a resource, or of a new one, and appends rows.")]
internal sealed class CreateTable(IDataStore store, TableAccess access, ActiveFlags flags, WriteTransactions transactions, CkanSettings settings, TimeProvider clock)
    : IAction<ActionInput, JsonObject?>, IDescribesParameters
{
    private const string OnlyRows = "_datastore_only_resource";
    private static readonly string[] Echoed = ["fields", "primary_key", "indexes", "aliases", "triggers"];

    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("resource_id", "string", false, "Id of the resource; id means the same."), new("id", "string", false, "The same as resource_id."),
        new("resource", "object", false, "Instead of resource_id: a new resource, as for resource_create. One with a url is made as a link; its file is not loaded.", "{\"package_id\": \"jumlah-penduduk-per-kecamatan\"}"),
        new("fields", "array", false, "Columns with id, type and info; the type is guessed from the first record when it is left out.", "[{\"id\": \"kode\", \"type\": \"text\"}]"),
        new("records", "array", false, "Rows as objects.", "[{\"kode\": \"33.03.01\"}]"), new("primary_key", "array", false, "Columns that are unique together."),
        new("indexes", "array", false, "Columns, or lists of them."), new("aliases", "array", false, "Other names of the table."),
        new("delete_fields", "boolean", false, "Drop columns that are not in fields.", Default: false), new("triggers", "array", false, "Functions to run before each row (PostgreSQL engine)."),
        new("force", "boolean", false, "Also for a resource whose table is made from a file.", Default: false),
        new("include_records", "boolean", false, "Give the rows back.", Default: false), new("calculate_record_count", "any", false, "Taken; counts are always exact."),
    ];

    public async ValueTask<JsonObject?> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var data = request.Data;
        var draft = new TableDraft(store, data);
        draft.RequireFields();
        var resource = TableQueries.Json(data["resource"], "resource") as JsonObject is { Count: > 0 } given ? given : null;
        var resourceId = request.Text("resource_id") ?? request.Text("id");
        if (resource is not null && resourceId is not null)
        {
            throw InvalidException.Field("resource", "resource cannot be used with resource_id");
        }

        if (resource is not null)
        {
            return await WithNewResourceAsync(draft, data, resource, caller, ct);
        }

        await RequireResourceAsync(resourceId ?? throw InvalidException.Field("resource_id", "resource_id or resource required"), InputValues.Flag(data["force"]), caller, ct);
        var old = await store.FindAsync(resourceId, ct) is { } found && found.Id == resourceId ? found : null;
        var result = await ChangeAsync(await draft.ReadAsync(resourceId, old, ct), ct);
        await flags.SetAsync(resourceId, true, CancellationToken.None);
        return Answer(data, resourceId, null, result);
    }

    private async Task RequireResourceAsync(string resourceId, bool force, Caller caller, CancellationToken ct)
    {
        try
        {
            await access.WriteAsync(resourceId, force, caller, ct);
        }
        catch (NotFoundException)
        {
            throw InvalidException.Field("resource_id", $"Resource not found: {resourceId}");
        }
    }

    private async Task<JsonObject?> WithNewResourceAsync(TableDraft draft, JsonObject data, JsonObject resource, Caller caller, CancellationToken ct)
    {
        var id = Guid.NewGuid().ToString();
        if (FieldText.Of(resource["url"]) is { Length: > 0 } url && url != OnlyRows)
        {
            // A link: CKAN hands it to its loader and answers nothing. There is no loader here yet, so only the resource is made
            await MakeAsync((JsonObject)resource.DeepClone(), caller, ct);
            return null;
        }

        // All that a caller can get wrong is found before there is a resource
        var change = await draft.ReadAsync(id, null, ct);
        var wanted = (JsonObject)resource.DeepClone();
        wanted["id"] = id;
        wanted["url"] = $"{settings.SiteUrl}/datastore/dump/{id}";
        wanted["url_type"] = "datastore";
        wanted["last_modified"] = Clock.Text(clock.Now());
        await MakeAsync(wanted, caller, ct);
        WriteResult result;
        try
        {
            result = await ChangeAsync(change, ct);
        }
        catch (Exception)
        {
            await transactions.RunAsync((services, token) => services.GetRequiredService<DeleteResource>().RunAsync(new ResourceReference(id), caller, token), CancellationToken.None);
            throw;
        }

        await flags.SetAsync(id, true, CancellationToken.None);
        var shown = (JsonObject)resource.DeepClone();
        shown["url"] = OnlyRows;
        return Answer(data, id, shown, result);
    }

    private async Task MakeAsync(JsonObject resource, Caller caller, CancellationToken ct) => await transactions.RunAsync(
        (services, token) => services.GetRequiredService<CreateResource>().RunAsync(new ActionInput((JsonObject)resource.DeepClone()), caller, token), ct);

    private async Task<WriteResult> ChangeAsync(TableChange change, CancellationToken ct)
    {
        try
        {
            return await store.ChangeAsync(change, ct);
        }
        catch (DataStoreException error)
        {
            throw StoreErrors.OfWrite(error, change.TableId, creating: true);
        }
    }

    private static JsonObject Answer(JsonObject data, string resourceId, JsonObject? resource, WriteResult result)
    {
        var answer = new JsonObject
        {
            ["resource_id"] = resourceId,
            ["method"] = "insert",
            ["delete_fields"] = InputValues.Flag(data["delete_fields"]),
            ["calculate_record_count"] = data["calculate_record_count"]?.DeepClone() ?? "background",
        };
        foreach (var key in Echoed.Where(key => data[key] is not null))
        {
            answer[key] = data[key]!.DeepClone();
        }

        if (resource is not null)
        {
            answer["resource"] = resource;
        }

        if (InputValues.Flag(data["include_records"]) && data["records"] is not null)
        {
            answer["records"] = RecordsInput.Echo(result);
        }

        return answer;
    }
}
