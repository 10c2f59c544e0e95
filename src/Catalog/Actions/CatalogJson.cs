using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Actions;

/// <summary>How the catalog reads and writes JSON: snake-case names, UTF-8 unescaped, nesting bounded.</summary>
public static class CatalogJson
{
    /// <summary>Deepest nesting that is read from a caller.</summary>
    public const int MaxDepth = 64;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = MaxDepth,
    };

    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>UTF-8 of a node; <c>null</c> for no node.</summary>
    public static byte[] Utf8(JsonNode? node) => JsonSerializer.SerializeToUtf8Bytes(node, Options);

    /// <summary>Text of a value the way CKAN stores JSON in a text field: keys sorted, Python's separators.</summary>
    public static string PythonText(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject o => "{" + string.Join(", ", o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => Quote(p.Key) + ": " + PythonText(p.Value))) + "}",
        JsonArray a => "[" + string.Join(", ", a.Select(PythonText)) + "]",
        _ => node.GetValueKind() == JsonValueKind.String ? Quote(node.GetValue<string>()) : node.ToJsonString(Options),
    };

    private static string Quote(string text) => JsonSerializer.Serialize(text, Options);
}
