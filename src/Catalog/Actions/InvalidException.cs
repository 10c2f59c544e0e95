using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Actions;

/// <summary>409: what was sent does not hold. The body has one key per wrong field.</summary>
/// <param name="errors">
/// Field to a list of texts, to a list of objects for nested items, or to one bare text where CKAN raises directly.
/// </param>
public sealed class InvalidException(JsonObject errors) : CatalogException("Validation Error")
{
    public JsonObject Errors { get; } = errors;

    /// <summary><c>{field: [message]}</c></summary>
    public static InvalidException Field(string field, string message) => new(new JsonObject { [field] = new JsonArray(message) });

    /// <summary><c>{field: message}</c>: the bare form of errors that CKAN raises outside a schema.</summary>
    public static InvalidException Bare(string field, string message) => new(new JsonObject { [field] = message });

    /// <summary><c>{message: text}</c></summary>
    public static InvalidException Text(string message) => Bare("message", message);
}
