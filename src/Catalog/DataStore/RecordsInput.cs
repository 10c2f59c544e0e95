using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Reads <c>records</c>: a list of objects, column to value.</summary>
internal static class RecordsInput
{
    /// <returns>Null when the call has none.</returns>
    /// <exception cref="InvalidException">Under <c>records</c>.</exception>
    public static IReadOnlyList<JsonObject>? Objects(JsonObject data)
    {
        var node = data["records"];
        if (node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>().TrimStart().StartsWith('['))
        {
            node = TableQueries.Json(node, "records");
        }

        switch (node)
        {
            case null:
                return null;
            case JsonObject:
                throw InvalidException.Field("records", "Records has to be a list of dicts");
            case JsonArray list when list.Count == 0:
                return [];
            case JsonArray list when list[0] is JsonObject:
                for (var i = 1; i < list.Count; i++)
                {
                    if (list[i] is not JsonObject)
                    {
                        throw InvalidException.Field("records", $"row \"{i}\" is not a json object");
                    }
                }

                return [.. list.Select(item => item!.AsObject())];
            default:
                throw InvalidException.Field("records", "The first row is not a json object");
        }
    }

    /// <summary>Cells of records, with <see cref="DataKind.Missing"/> where a record lacks a column.</summary>
    /// <exception cref="DataStoreException"><see cref="DataStoreError.BadValue"/></exception>
    public static DataBatch Cells(IReadOnlyList<JsonObject> records, IReadOnlyList<DataColumn> columns)
    {
        var cells = new DataValue[records.Count * columns.Count];
        for (var row = 0; row < records.Count; row++)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (records[row].TryGetPropertyValue(columns[i].Name, out var node))
                {
                    cells[(row * columns.Count) + i] = DataInput.Cell(node, columns[i], row);
                }
            }
        }

        return new DataBatch(columns.Count, records.Count, cells);
    }

    /// <summary>Written rows as CKAN gives them back: json columns in its own storage form.</summary>
    public static JsonArray Echo(WriteResult result)
    {
        var rows = new JsonArray();
        for (var row = 0; row < (result.Rows?.Rows ?? 0); row++)
        {
            var record = new JsonObject();
            for (var i = 0; i < result.Columns!.Count; i++)
            {
                record[result.Columns[i].Name] = Node(result.Rows!.Row(row)[i], result.Columns[i].Type);
            }

            rows.Add(record);
        }

        return rows;
    }

    private static JsonNode? Node(DataValue value, string type)
    {
        if (value.Kind == DataKind.Json && type == "json")
        {
            return new JsonObject { ["json"] = CatalogJson.PythonText(JsonNode.Parse(value.Text)), ["extra"] = "" };
        }

        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions))
        {
            CellText.Write(json, value, milliseconds: false);
        }

        return JsonNode.Parse(buffer.WrittenSpan);
    }
}
