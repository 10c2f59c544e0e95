using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>The list of all tables and aliases, which is searched like a table.</summary>
internal static class TableMetadata
{
    private static readonly string[] Columns = ["_id", "name", "oid", "alias_of"];

    public static async Task<StreamedJson> SearchAsync(IDataStore store, JsonObject data, SearchPage page, CancellationToken ct)
    {
        var filters = TableQueries.Json(data["filters"], "filters") switch
        {
            null => [],
            JsonObject found => found,
            _ => throw InvalidException.Field("filters", "Filters must be defined as a dict or a list of dicts"),
        };
        if (filters.Select(f => f.Key).FirstOrDefault(key => !Columns.Contains(key)) is { } unknown)
        {
            throw InvalidException.Field("filters", $"Unknown field: {unknown}");
        }

        var all = (await store.ListAsync(ct)).Where(t => filters.All(f => Matches(t, f.Key, f.Value))).ToList();
        return new StreamedJson((output, token) => WriteAsync(output, all, page, token), Nobody.Instance);
    }

    private static bool Matches(DataTableName table, string column, JsonNode? wanted) => wanted is JsonArray any
        ? any.Any(item => Matches(table, column, item)) : InputValues.Text(wanted) is { } text && text == Value(table, column);

    private static string? Value(DataTableName table, string column) => column switch
    {
        "name" => table.Name,
        "alias_of" => table.AliasOf,
        "oid" => table.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => table.Number.ToString("x16", System.Globalization.CultureInfo.InvariantCulture),
    };

    private static async Task WriteAsync(Stream output, List<DataTableName> all, SearchPage page, CancellationToken ct)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions);
        json.WriteStartObject();
        json.WriteBoolean("include_total", page.IncludeTotal);
        json.WriteNumber("limit", page.Limit);
        json.WriteString("records_format", page.Format);
        json.WriteBoolean("include_next_page", page.IncludeNext);
        json.WriteString("resource_id", DataNames.TableMetadata);
        json.WritePropertyName("fields");
        RecordsWriter.WriteColumns(json, [.. Columns.Select(c => new DataColumn(c, c == "oid" ? "oid" : c == "_id" ? "text" : "name"))]);
        json.WritePropertyName("records");
        await using var rows = new ListedRows([.. Columns.Select(c => new DataColumn(c, "text"))], all.Count, Page(all, page));
        var records = new RecordsWriter(json, buffer, output, page.Format, milliseconds: false);
        await records.WriteAsync(rows, page.Limit, ct);
        if (page.IncludeTotal)
        {
            json.WriteNumber("total", all.Count);
        }

        json.WriteEndObject();
        await records.FlushAsync(ct);
    }

    private static DataBatch Page(List<DataTableName> all, SearchPage page)
    {
        var shown = all.Skip((int)Math.Min(page.Offset, int.MaxValue)).Take(page.Limit).ToList();
        return new DataBatch(Columns.Length, shown.Count, [.. shown.SelectMany(t => Columns.Select(c => DataValue.Of(Value(t, c))))]);
    }
}
