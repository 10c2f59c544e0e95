using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Resources;

/// <summary>A resource as a caller wants it, checked and converted; keys that CKAN keeps to itself are gone.</summary>
public sealed class ResourceValues
{
    private static readonly FrozenSet<string> Handled = new[]
    {
        "id", "name", "description", "url", "url_type", "format", "mimetype", "mimetype_inner", "hash", "size", "resource_type", "cache_url",
        "cache_last_updated", "created", "last_modified", "metadata_modified", "state", "position", "package_id", "upload", "clear_upload",
        "revision_id", "revision_timestamp", "tracking_summary", "extras", "__extras", "__junk", "__before",
    }.ToFrozenSet();

    private HashSet<string> _given = [];

    public string? Id { get; private set; }

    public string? Name { get; private set; }

    public string? Description { get; private set; }

    public string Url { get; private set; } = "";

    public string? UrlType { get; private set; }

    /// <summary>Null when the caller left it out or empty: then a new resource's is guessed.</summary>
    public string? Format { get; private set; }

    public string? Mimetype { get; private set; }

    public string? MimetypeInner { get; private set; }

    public string? Hash { get; private set; }

    public long? Size { get; private set; }

    public string? ResourceType { get; private set; }

    public string? CacheUrl { get; private set; }

    public DateTime? CacheLastUpdated { get; private set; }

    public DateTime? Created { get; private set; }

    public DateTime? LastModified { get; private set; }

    /// <summary>True to let an upload go when a link takes its place.</summary>
    public bool ClearUpload { get; private set; }

    /// <summary>All other keys, as given.</summary>
    public JsonObject Extras { get; } = [];

    public UploadedFile? Upload { get; private set; }

    /// <summary>Whether the caller sent a key; most of those left out stay as they are.</summary>
    public bool Has(string key) => _given.Contains(key);

    /// <summary>Checks one resource.</summary>
    /// <param name="upload">The file part that belongs to it; null for none.</param>
    public static ResourceValues Read(JsonObject data, UploadedFile? upload, FieldErrors errors)
    {
        var values = new ResourceValues
        {
            Id = FieldText.Of(data["id"]) is { Length: > 0 } id ? id : null,
            Name = FieldText.Of(data["name"]),
            Description = FieldText.Of(data["description"]),
            Url = (FieldText.Of(data["url"]) ?? "").Trim(),
            UrlType = FieldText.Of(data["url_type"]),
            Format = FieldText.Of(data["format"]) is { Length: > 0 } format ? ResourceFormats.Clean(format) : null,
            _given = [.. data.Select(pair => pair.Key)],
            Mimetype = FieldText.Of(data["mimetype"]),
            MimetypeInner = FieldText.Of(data["mimetype_inner"]),
            Hash = FieldText.Of(data["hash"]),
            ResourceType = FieldText.Of(data["resource_type"]),
            CacheUrl = FieldText.Of(data["cache_url"]),
            Size = Integer(data, "size", errors),
            CacheLastUpdated = Time(data, "cache_last_updated", errors),
            Created = Time(data, "created", errors),
            LastModified = Time(data, "last_modified", errors),
            ClearUpload = InputValues.Flag(data["clear_upload"]),
            Upload = upload,
        };
        if (values.Id is { } given && !NameRules.IsUuid(given))
        {
            errors.Add("id", "Invalid id provided");
        }

        if (upload is { TooLarge: true })
        {
            errors.Add("upload", "File upload too large");
        }

        if (upload is not null)
        {
            values.Url = FileNames.Munge(upload.FileName);
            values.UrlType = "upload";
        }
        else if (values.ClearUpload)
        {
            values.UrlType = "";
        }

        if (values.UrlType == "upload" && values.Url.Contains('/', StringComparison.Ordinal))
        {
            values.Url = Uri.UnescapeDataString(values.Url[(values.Url.LastIndexOf('/') + 1)..]);
        }

        foreach (var (key, value) in data)
        {
            if (!Handled.Contains(key))
            {
                values.Extras[key] = value?.DeepClone();
            }
        }

        return values;
    }

    private static long? Integer(JsonObject data, string key, FieldErrors errors)
    {
        if (InputValues.TryInteger(data[key], out var number))
        {
            return number;
        }

        errors.Add(key, "Invalid integer");
        return null;
    }

    private static DateTime? Time(JsonObject data, string key, FieldErrors errors)
    {
        if (FieldText.Of(data[key]) is not { Length: > 0 } text)
        {
            return null;
        }

        if (DateInput.TryParse(text, out var time))
        {
            return time;
        }

        errors.Add(key, "Date format incorrect");
        return null;
    }
}
