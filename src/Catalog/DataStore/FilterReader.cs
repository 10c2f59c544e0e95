using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Reads CKAN's filters (2.12: ranges, lists of parts, $or, $and) into conditions, and says them again as CKAN's answers do (<c>filterops</c>).</summary>
internal sealed class FilterReader(DataTable table)
{
    private const int MaxOperations = 100;
    private const int MaxDepth = 10;
    private int _operations;

    /// <param name="filters">An object, or a list of objects of which one must hold; null for none.</param>
    /// <returns>The condition and CKAN's words for it; nulls for no condition.</returns>
    /// <exception cref="InvalidException">Under <c>filters</c>, or <c>query</c> for values of a wrong type.</exception>
    public (DataFilter? Filter, JsonObject? Spoken) Read(JsonNode? filters) => filters switch
    {
        null => (null, null),
        JsonObject all => Object(all, 1),
        JsonArray any when any.Count > 0 && any.All(part => part is JsonObject) => Combined(true, [.. any.Select(part => Object(part!.AsObject(), 2))]),
        JsonArray { Count: 0 } => (null, null),
        _ => throw Wrong("Filters must be defined as a dict or a list of dicts"),
    };

    private (DataFilter? Filter, JsonObject? Spoken) Object(JsonObject filters, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Wrong("Maximum nesting depth for filter operations reached");
        }

        Count(filters.Count);
        return Combined(false, [.. filters.Select(pair => Pair(pair.Key, pair.Value, depth))]);
    }

    private (DataFilter? Filter, JsonObject? Spoken) Pair(string key, JsonNode? value, int depth)
    {
        if (key.StartsWith('$') && !key.StartsWith("$$", StringComparison.Ordinal))
        {
            return Operator(key, value, depth);
        }

        var name = key.StartsWith("$$", StringComparison.Ordinal) ? key[1..] : key;
        switch (value)
        {
            case JsonObject operations:
                if (operations.Count == 0)
                {
                    throw Wrong($"Unknown filter operation: FilterOp(field={Python(JsonValue.Create(name))}, op=None, value={{}})");
                }

                Count(operations.Count);
                return Combined(false, [.. operations.Select(o => Comparison(name, o.Key, o.Value))]);
            case JsonArray parts:
                if (table.Find(name) is null)
                {
                    throw Wrong($"invalid value \"{name}\"");
                }

                Count(parts.Count);
                return parts.Any(part => part is JsonObject)
                    ? Combined(true, [.. parts.Select(part => part is JsonObject o ? Pair(key, o, depth) : Comparison(name, "eq", part))])
                    : Comparison(name, "in", parts);
            default:
                return Comparison(name, "eq", value);
        }
    }

    private (DataFilter? Filter, JsonObject? Spoken) Operator(string key, JsonNode? value, int depth)
    {
        if (key is not ("$or" or "$and"))
        {
            throw Wrong($"Unknown operators (must be one of $or, $and): {key}");
        }

        if (value is not JsonArray parts)
        {
            throw Wrong($"Filter operations must be defined as a list of dicts: {Python(value)}");
        }

        if (parts.FirstOrDefault(part => part is not JsonObject) is { } scalar)
        {
            throw Wrong($"Filter operation members must be dictionaries: {Python(scalar)}");
        }

        Count(parts.Count);
        return Combined(key == "$or", [.. parts.Select(part => Object(part as JsonObject ?? [], depth + 1))]);
    }

    private (DataFilter? Filter, JsonObject? Spoken) Comparison(string name, string operation, JsonNode? value)
    {
        var column = table.Find(name) ?? throw Wrong($"Unknown field: {name}");
        Count(1);
        FilterOperator? known = operation switch
        {
            "eq" => FilterOperator.Equal,
            "in" => FilterOperator.In,
            "gt" => FilterOperator.Greater,
            "gte" => FilterOperator.GreaterOrEqual,
            "lt" => FilterOperator.Less,
            "lte" => FilterOperator.LessOrEqual,
            _ => null,
        };
        var spoken = new JsonObject { ["field"] = name, ["op"] = operation, ["value"] = value?.DeepClone() };
        if (known is not { } comparison || (comparison == FilterOperator.In && value is not JsonArray) || (comparison != FilterOperator.In && value is JsonObject))
        {
            throw Wrong($"Unknown filter operation: FilterOp(field={Python(spoken["field"])}, op={Python(spoken["op"])}, value={Python(value)})");
        }

        try
        {
            IReadOnlyList<DataValue> values = comparison == FilterOperator.In
                ? [.. value!.AsArray().Select(item => DataInput.Comparison(item, column))] : [DataInput.Comparison(value, column)];
            return (new ColumnFilter(name, comparison, values), spoken);
        }
        catch (DataStoreException error)
        {
            throw StoreErrors.OfValue(error, value);
        }
    }

    private static (DataFilter? Filter, JsonObject? Spoken) Combined(bool any, List<(DataFilter? Filter, JsonObject? Spoken)> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        if (parts.Count == 0)
        {
            return any ? (new CombinedFilter(true, []), null) : (null, null);
        }

        return (
            new CombinedFilter(any, [.. parts.Select(p => p.Filter ?? new CombinedFilter(false, []))]),
            new JsonObject { ["field"] = null, ["op"] = any ? "$or" : "$and", ["value"] = new JsonArray([.. parts.Select(p => (JsonNode?)p.Spoken)]) });
    }

    private void Count(int more)
    {
        _operations += more > 1 ? more - 1 : 0;
        if (more >= MaxOperations || _operations > MaxOperations)
        {
            throw Wrong("Maximum number of filter operations exceeded");
        }
    }

    private static InvalidException Wrong(string message) => InvalidException.Field("filters", message);

    private static string Python(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "None",
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.String => "'" + node.GetValue<string>().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'",
        JsonValueKind.Array => "[" + string.Join(", ", node.AsArray().Select(Python)) + "]",
        JsonValueKind.Object => "{" + string.Join(", ", node.AsObject().Select(p => $"'{p.Key}': {Python(p.Value)}")) + "}",
        _ => node.ToJsonString(),
    };
}
