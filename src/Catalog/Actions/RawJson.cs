using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Actions;

/// <summary>JSON that is written as it is; the bytes are shared with caches and never changed.</summary>
/// <param name="Utf8">One complete JSON value in UTF-8.</param>
public readonly record struct RawJson(ReadOnlyMemory<byte> Utf8)
{
    public static RawJson From(JsonNode? node) => new(CatalogJson.Utf8(node));
}
