using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Actions;

/// <summary>400 <c>Integrity Error</c>: a text or null where a list of objects belongs.</summary>
/// <param name="data">What the answer gives back as <c>data</c>; null for the parameters as they came.</param>
public sealed class IntegrityException(string message, JsonObject? data = null) : CatalogException(message)
{
    public JsonObject? Input { get; } = data;
}
