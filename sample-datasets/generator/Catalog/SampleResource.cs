namespace Purbalingga.Samples.Catalog;

/// <summary>A resource: a file beside <c>dataset.json</c>, or a link.</summary>
/// <param name="Format">As CKAN shows it: CSV, XLSX, XLS, TSV, GeoJSON, PDF.</param>
/// <param name="File">File name, null for a link.</param>
/// <param name="Content">Bytes of the file, null for a link.</param>
/// <param name="Url">The link, null for a file.</param>
internal sealed record SampleResource(string Name, string Description, string Format, string? File, byte[]? Content, string? Url)
{
    public static SampleResource OfFile(string name, string description, string file, byte[] content) => new(name, description, FormatOf(file), file, content, null);

    public static SampleResource OfLink(string name, string description, string format, string url) => new(name, description, format, null, null, url);

    private static string FormatOf(string file) => Path.GetExtension(file) switch
    {
        ".geojson" => "GeoJSON",
        var extension => extension[1..].ToUpperInvariant(),
    };
}
