using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Reads the parameters that searches and dumps share.</summary>
internal sealed partial class TableQueries(CkanSettings settings)
{
    /// <summary>Makes a question of parameters whose numbers were read before.</summary>
    /// <exception cref="InvalidException">All that can be wrong, one at a time.</exception>
    public TableQuestion Read(DataTable table, JsonObject data)
    {
        var (filter, spoken) = new FilterReader(table).Read(Json(data["filters"], "filters"));
        var texts = Texts(table, data);
        var columns = Columns(table, data["fields"]);
        var query = new DataQuery(table.Id)
        {
            Filter = filter,
            Texts = texts,
            Columns = columns,
            WithRanks = texts.Count > 0 && columns is null,
            Distinct = InputValues.AsBool(data["distinct"]) ?? throw InvalidException.Field("distinct", "Parameter is not a bool"),
            Sort = Sorts(table, texts, data["sort"]),
        };
        return new TableQuestion(query, spoken);
    }

    /// <summary>JSON text where an object may come as such.</summary>
    /// <exception cref="InvalidException"><c>Cannot parse JSON</c></exception>
    public static JsonNode? Json(JsonNode? node, string key)
    {
        if (node?.GetValueKind() != JsonValueKind.String)
        {
            return node;
        }

        if (node.GetValue<string>().Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = CatalogJson.MaxDepth });
        }
        catch (JsonException)
        {
            throw InvalidException.Field(key, "Cannot parse JSON");
        }
    }

    private List<TextQuery> Texts(DataTable table, JsonObject data)
    {
        var plain = data["plain"] is null || (InputValues.AsBool(data["plain"]) ?? throw InvalidException.Field("plain", "Parameter is not a bool"));
        var language = InputValues.Text(data["language"]) is { Length: > 0 } given ? given : settings.Get("ckan.datastore.default_fts_lang");
        var texts = new List<TextQuery>();
        var q = data["q"];
        if (q is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().TrimStart().StartsWith('{'))
        {
            try
            {
                q = JsonNode.Parse(value.GetValue<string>()) as JsonObject ?? q;
            }
            catch (JsonException)
            {
                q = value; // then it is a text like any other
            }
        }

        if (q is JsonObject byColumn)
        {
            foreach (var (column, text) in byColumn)
            {
                texts.Add(new TextQuery(
                    table.Find(column)?.Name ?? throw InvalidException.Field("q", $"invalid value \"{column}\""), InputValues.Text(text) ?? throw InvalidException.Field("q", $"invalid value \"{column}\""), plain, language));
            }
        }
        else if (InputValues.Text(q) is { Length: > 0 } text)
        {
            texts.Add(new TextQuery(null, text, plain, language));
        }

        if (InputValues.Text(data["full_text"]) is { Length: > 0 } whole)
        {
            texts.Add(new TextQuery(null, whole, plain, language));
        }

        return texts;
    }

    private static List<string>? Columns(DataTable table, JsonNode? node)
    {
        if (node is null || (InputValues.Texts(node) is { Count: 0 }))
        {
            return null;
        }

        var names = InputValues.Texts(node) ?? throw InvalidException.Field("fields", $"invalid value \"{node.ToJsonString()}\"");
        return [.. names.Select(name => table.Find(name)?.Name ?? throw InvalidException.Field("fields", $"invalid value \"{name}\"")).Distinct()];
    }

    private static List<DataSort> Sorts(DataTable table, List<TextQuery> texts, JsonNode? node)
    {
        if (node is null)
        {
            return [];
        }

        var parts = node is JsonArray list ? list.Select(item => InputValues.Text(item) ?? "").ToList() : [.. Commas().Split(InputValues.Text(node) ?? "")];
        var sorts = new List<DataSort>();
        foreach (var part in parts.Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            var match = SortPart().Match(part);
            var quoted = match.Groups["quoted"];
            var name = quoted.Success ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups["name"].Value;
            if (table.Find(part) is not null)
            {
                sorts.Add(new DataSort(part));
            }
            else if (match.Success && (table.Find(name) is not null || texts.Any(t => DataNames.Rank(t) == name)))
            {
                var nulls = match.Groups["nulls"].Value;
                sorts.Add(new DataSort(name, match.Groups["way"].Value.Equals("desc", StringComparison.OrdinalIgnoreCase), nulls.Length == 0 ? null : nulls.Equals("first", StringComparison.OrdinalIgnoreCase)));
            }
            else
            {
                throw InvalidException.Field("sort", $"invalid value \"{part}\"");
            }
        }

        return sorts;
    }

    [GeneratedRegex("""^(?:"(?<quoted>(?:[^"]|"")+)"|(?<name>.+?))(?:\s+(?<way>asc|desc))?(?:\s+nulls\s+(?<nulls>first|last))?$""", RegexOptions.IgnoreCase)]
    private static partial Regex SortPart();

    // Commas outside of quotation marks
    [GeneratedRegex(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")]
    private static partial Regex Commas();
}
