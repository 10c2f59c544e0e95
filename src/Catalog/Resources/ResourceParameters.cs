using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Resources;

/// <summary>What the documentation says of a resource's keys.</summary>
internal static class ResourceParameters
{
    public static IReadOnlyList<ActionParameter> All { get; } =
    [
        new("url", "string", false, "Address of a link; filled in for an upload.", "\"https://example.test/penduduk.csv\""),
        new("upload", "file", false, "The file itself (multipart/form-data)."),
        new("clear_upload", "boolean", false, "Lets the uploaded file go when a link takes its place."),
        new("name", "string", false, "Title.", "\"Penduduk 2025 (CSV)\""), new("description", "string", false, "Markdown."),
        new("format", "string", false, "Such as CSV; guessed for a new resource.", "\"CSV\""), new("mimetype", "string", false), new("mimetype_inner", "string", false),
        new("hash", "string", false, "Of an upload its SHA-256, filled in."), new("size", "integer", false, "Bytes."), new("resource_type", "string", false),
        new("created", "string", false, "UTC time."), new("last_modified", "string", false, "UTC time."), new("cache_url", "string", false),
        new("cache_last_updated", "string", false, "UTC time."),
    ];
}
