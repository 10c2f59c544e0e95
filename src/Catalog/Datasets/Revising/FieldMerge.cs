using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Datasets.Revising;

/// <summary>Puts new values into a dataset, deep: objects by key, lists by place, surplus items appended.</summary>
internal static class FieldMerge
{
    /// <exception cref="InvalidException"><c>{update: [Expected list for PATH]}</c></exception>
    public static void Merge(JsonObject target, JsonObject update) => MergeObject(target, update, "", "update");

    /// <summary>Sets one flattened key.</summary>
    /// <param name="key">Without the <c>update__</c> in front.</param>
    public static void Set(JsonObject target, string key, JsonNode? value)
    {
        var parts = FieldPaths.Split(key);
        var current = (JsonNode)target;
        for (var i = 0; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            var path = string.Join("__", parts.Take(i + 1));
            if (current is JsonArray list)
            {
                if (last && parts[i] == FieldPaths.Extend)
                {
                    Append(list, value, key);
                    return;
                }

                var index = FieldPaths.IndexOf(list, parts[i]) ?? throw InvalidException.Field(key, "Unmatched key " + path);
                if (last)
                {
                    MergeItem(list, index, value, path, key);
                    return;
                }

                current = list[index] ?? throw InvalidException.Field(key, "Unmatched key " + path);
            }
            else if (current is JsonObject o)
            {
                if (last)
                {
                    MergeKey(o, parts[i], value, path, key);
                    return;
                }

                current = o[parts[i]] ?? throw InvalidException.Field(key, "Unmatched key " + path);
            }
            else
            {
                throw InvalidException.Field(key, $"Expected list or dict for {string.Join("__", parts.Take(i))}");
            }
        }
    }

    private static void Append(JsonArray list, JsonNode? value, string key)
    {
        if (Parse(value) is not JsonArray items)
        {
            throw InvalidException.Field(key, $"Expected list for {key}");
        }

        foreach (var item in items)
        {
            list.Add(item?.DeepClone());
        }
    }

    private static void MergeObject(JsonObject target, JsonObject update, string path, string field)
    {
        foreach (var (key, value) in update)
        {
            MergeKey(target, key, value, path.Length == 0 ? key : path + "__" + key, field);
        }
    }

    private static void MergeKey(JsonObject target, string key, JsonNode? value, string path, string field)
    {
        switch (target[key])
        {
            case JsonObject inner:
                MergeObject(inner, Parse(value) as JsonObject ?? throw InvalidException.Field(field, "Expected dict for " + path), path, field);
                break;
            case JsonArray list:
                MergeList(list, Parse(value) as JsonArray ?? throw InvalidException.Field(field, "Expected list for " + path), path, field);
                break;
            default:
                target[key] = value?.DeepClone();
                break;
        }
    }

    private static void MergeList(JsonArray target, JsonArray update, string path, string field)
    {
        for (var i = 0; i < update.Count; i++)
        {
            if (i < target.Count)
            {
                MergeItem(target, i, update[i], $"{path}__{i}", field);
            }
            else
            {
                target.Add(update[i]?.DeepClone());
            }
        }
    }

    private static void MergeItem(JsonArray list, int index, JsonNode? value, string path, string field)
    {
        if (list[index] is JsonObject inner)
        {
            MergeObject(inner, Parse(value) as JsonObject ?? throw InvalidException.Field(field, "Expected dict for " + path), path, field);
        }
        else
        {
            list[index] = value?.DeepClone();
        }
    }

    // Form fields carry lists and objects as JSON text
    private static JsonNode? Parse(JsonNode? value)
    {
        if (value is not JsonValue || InputValues.Text(value) is not { } text)
        {
            return value;
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: new() { MaxDepth = CatalogJson.MaxDepth });
        }
        catch (System.Text.Json.JsonException)
        {
            return value;
        }
    }
}
