using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Actions;

/// <summary>What a caller sent: one JSON object (from a body, a form or a query string) and the files beside it.</summary>
/// <param name="Data">Never null; belongs to the action, which may change it.</param>
/// <param name="Files">By field name, such as <c>upload</c> or <c>image_upload</c>.</param>
public sealed record ActionInput(JsonObject Data, IReadOnlyDictionary<string, UploadedFile> Files)
{
    private static readonly IReadOnlyDictionary<string, UploadedFile> NoFiles = new Dictionary<string, UploadedFile>();

    public ActionInput(JsonObject data)
        : this(data, NoFiles)
    {
    }

    /// <summary>A copy that a repeated attempt can change without touching the first one.</summary>
    public ActionInput Copy() => new((JsonObject)Data.DeepClone(), Files);

    /// <summary>
    /// The text of a key: strings as they are, numbers and booleans as CKAN writes them; null for a missing key, JSON null, <c>""</c>, lists and objects.
    /// </summary>
    public string? Text(string key) => InputValues.Text(Data[key]) is { Length: > 0 } text ? text : null;

    /// <summary>The text of a key that must be there.</summary>
    /// <exception cref="InvalidException"><c>{key: ["Missing value"]}</c></exception>
    public string Required(string key) => Text(key) ?? throw InvalidException.Field(key, "Missing value");

    public bool Has(string key) => Data.ContainsKey(key);

    /// <summary>CKAN's <c>boolean_validator</c> dialect: true yes t y 1, everything else false.</summary>
    public bool Flag(string key, bool fallback = false) => Data[key] is { } node ? InputValues.Flag(node) : fallback;
}
