using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Actions;

/// <summary>One parameter of an action, as declared by a constructor parameter of its request record or by a schema.</summary>
/// <param name="Name">Wire name.</param>
/// <param name="Type">OpenAPI type: string, integer, boolean, array, object, file or any.</param>
/// <param name="Description">One sentence; null when the name says it.</param>
/// <param name="Example">JSON text of an example.</param>
/// <param name="Default">Value used when the key is missing.</param>
public sealed record ActionParameter(
    string Name, string Type, bool Required, string? Description = null, string? Example = null, JsonNode? Default = null);
