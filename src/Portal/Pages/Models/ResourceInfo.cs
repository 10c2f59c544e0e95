using System.Text.Json;

namespace Purbalingga.Portal.Pages.Models;

/// <summary>What pages show of a resource; keys as in <c>resource_show</c>.</summary>
/// <param name="Size">Bytes; null when unknown.</param>
/// <param name="Hash">SHA-256 of an upload in hex; empty for links.</param>
internal sealed record ResourceInfo(
    string Id,
    string? PackageId,
    string? Name,
    string? Description,
    string? Url,
    string? UrlType,
    string? Format,
    string? Mimetype,
    string? Hash,
    long? Size,
    int? Position,
    string? Created,
    string? LastModified,
    string? MetadataModified,
    JsonElement? DatastoreActive = null)
{
    public bool IsUpload => UrlType == "upload";

    /// <summary>Its rows can be asked for. Clients have sent the flag as a boolean and as a text.</summary>
    public bool HasTable => DatastoreActive is { } flag
        && (flag.ValueKind == JsonValueKind.True || (flag.ValueKind == JsonValueKind.String && "true".Equals(flag.GetString(), StringComparison.OrdinalIgnoreCase)));

    /// <summary>Last part of the URL: the name under which an upload is downloaded.</summary>
    public string FileName => Uri.UnescapeDataString((Url ?? "").Split('?', '#')[0].Split('/')[^1]);

    public string ShownName => !string.IsNullOrWhiteSpace(Name) ? Name : FileName.Length > 0 ? FileName : Format is { Length: > 0 } ? Format : Id;
}
