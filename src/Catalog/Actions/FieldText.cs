using System.Text.Json;
using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Actions;

/// <summary>CKAN's <c>unicode_safe</c>: any JSON becomes text.</summary>
public static class FieldText
{
    /// <summary>Strings as they are; null for null or missing; anything else as its JSON text.</summary>
    public static string? Of(JsonNode? node) =>
        node is null ? null : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : CatalogJson.PythonText(node);

    /// <summary>Checks that a key holds a list of objects when it is there.</summary>
    /// <exception cref="IntegrityException">In CKAN's words.</exception>
    public static IReadOnlyList<JsonObject>? Objects(JsonObject data, string key)
    {
        if (!data.TryGetPropertyValue(key, out var node))
        {
            return null;
        }

        if (node is JsonArray list && list.All(item => item is JsonObject))
        {
            return [.. list.Select(item => (JsonObject)item!)];
        }

        throw new IntegrityException($"Only lists of dicts can be placed against subschema ('{key}',), not <class '{PythonType(node)}'>", data);
    }

    private static string PythonType(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "NoneType",
        JsonValueKind.String => "str",
        JsonValueKind.Array => "list",
        JsonValueKind.Object => "dict",
        JsonValueKind.True or JsonValueKind.False => "bool",
        _ => node.ToJsonString().Contains('.', StringComparison.Ordinal) ? "float" : "int",
    };
}
