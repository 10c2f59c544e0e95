using System.Text.Json.Nodes;

namespace Purbalingga.Portal.OpenApi;

/// <summary>Makes an example of a schema from the examples of its parts.</summary>
internal static class SchemaExample
{
    private const int MaxDepth = 8;

    /// <param name="schemas">Where references lead.</param>
    public static JsonNode? Of(JsonNode schema, JsonObject schemas) => Of(schema, schemas, 0);

    private static JsonNode? Of(JsonNode? node, JsonObject schemas, int depth)
    {
        if (node is not JsonObject schema || depth > MaxDepth)
        {
            return null;
        }

        if (schema["$ref"] is { } reference)
        {
            return Of(schemas[((string)reference!).Split('/')[^1]], schemas, depth + 1);
        }

        if (schema.TryGetPropertyValue("example", out var example))
        {
            return example?.DeepClone();
        }

        if (schema["anyOf"] is JsonArray choices)
        {
            return Of(choices[0], schemas, depth + 1);
        }

        return TypeOf(schema) switch
        {
            "object" => new JsonObject([.. (schema["properties"] as JsonObject ?? []).Select(p => KeyValuePair.Create(p.Key, Of(p.Value, schemas, depth + 1)))]),
            "array" => schema["items"] is { } items ? new JsonArray(Of(items, schemas, depth + 1)) : new JsonArray(),
            "string" => "contoh",
            "integer" or "number" => 1,
            "boolean" => true,
            _ => null,
        };
    }

    private static string? TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => (string?)several[0],
        var one => (string?)one,
    };
}
