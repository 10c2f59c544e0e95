using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

[CkanAction("datastore_info", Access.Checked, ReadOnly = true, Result = ActionResultShapes.Any)]
[Doc("Columns of a table with their dictionary, and its sizes.")]
internal sealed class ShowTable(IDataStore store, TableAccess access) : IAction<ShowTable.Request, JsonObject>
{
    public sealed record Request(
        [Required, Alias("id"), Doc("Id of the resource, or an alias; id means the same.", Example = "\"3f6a1d0c-0000-4000-8000-000000000000\"")] string ResourceId,
        [Doc("Tell count and sizes.")] bool IncludeMeta = true,
        [Doc("Tell types and indexes of the columns.")] bool IncludeFieldsSchema = true);

    public async ValueTask<JsonObject> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var table = await access.ReadAsync(request.ResourceId, $"Resource/Alias \"{request.ResourceId}\" was not found.", caller, ct);
        try
        {
            var info = await store.InspectAsync(table.Id, ct);
            var answer = new JsonObject();
            if (request.IncludeMeta)
            {
                answer["meta"] = new JsonObject
                {
                    ["id"] = table.Id,
                    ["count"] = info.Count,
                    ["table_type"] = "BASE TABLE",
                    ["size"] = info.Size,
                    ["db_size"] = info.StoreSize,
                    ["idx_size"] = info.IndexSize,
                    ["aliases"] = new JsonArray([.. info.Table.Aliases.Select(a => (JsonNode)a)]),
                };
            }

            answer["fields"] = new JsonArray([.. info.Table.Columns.Select((c, i) => (JsonNode)Field(c, request.IncludeFieldsSchema ? info.Schema[i] : null))]);
            return answer;
        }
        catch (DataStoreException error)
        {
            throw StoreErrors.OfSearch(error, table.Id);
        }
    }

    private static JsonObject Field(DataColumn column, ColumnSchema? schema)
    {
        var field = new JsonObject { ["id"] = column.Name, ["type"] = column.Type == "json" ? "nested" : column.Type };
        if (column.InfoJson is not null)
        {
            field["info"] = JsonNode.Parse(column.InfoJson);
        }

        if (schema is not null)
        {
            field["schema"] = new JsonObject
            {
                ["native_type"] = schema.NativeType,
                ["notnull"] = schema.NotNull,
                ["index_name"] = schema.IndexName,
                ["is_index"] = schema.IndexName is not null,
                ["uniquekey"] = schema.IsUnique,
            };
        }

        return field;
    }
}
