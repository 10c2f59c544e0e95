using System.Collections.Frozen;

namespace Purbalingga.Catalog.Resources;

/// <summary>CKAN's spellings of file formats, and the media types behind them.</summary>
public static class ResourceFormats
{
    private static readonly (string Label, string? MediaType, string[] Names)[] Table =
    [
        ("Atom Feed", "application/atom+xml", ["atom"]), ("BIN", "application/octet-stream", []), ("BMP", "image/x-ms-bmp", []),
        ("CSV", "text/csv", ["text/comma-separated-values"]), ("dBase", "application/x-dbf", ["dbf"]), ("DOC", "application/msword", []),
        ("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", []), ("E00", "application/x-e00", []),
        ("Esri REST", null, ["arcgis_rest"]), ("EXE", "application/x-msdownload", []), ("GeoJSON", "application/geo+json", []),
        ("GIF", "image/gif", []), ("GTFS", null, []), ("GZ", "application/gzip", ["application/x-gzip"]), ("HTML", "text/html", ["htm"]),
        ("ICS", "text/calendar", ["ifb", "ical"]), ("JPEG", "image/jpeg", ["jpg"]), ("JS", "application/x-javascript", ["text/javascript"]),
        ("JSON", "application/json", []), ("KML", "application/vnd.google-earth.kml+xml", []),
        ("KMZ", "application/vnd.google-earth.kmz+xml", ["application/vnd.google-earth.kmz"]), ("MDB", "application/x-msaccess", []),
        ("MP3", "audio/mpeg", ["audio/mpeg3"]), ("MP4", "video/mp4", ["application/mp4"]), ("MrSID", "image/x-mrsid", []),
        ("NetCDF", "application/netcdf", []), ("N3", "application/x-n3", []), ("OGG", "audio/ogg", []),
        ("ODB", "application/vnd.oasis.opendocument.database", []), ("ODG", "application/vnd.oasis.opendocument.graphics", []),
        ("ODP", "application/vnd.oasis.opendocument.presentation", []), ("ODS", "application/vnd.oasis.opendocument.spreadsheet", []),
        ("ODT", "application/vnd.oasis.opendocument.text", []), ("OWL", "application/owl+xml", []), ("Parquet", "application/vnd.apache.parquet", []),
        ("PDF", "application/pdf", []), ("PNG", "image/png", []), ("PPT", "application/vnd.ms-powerpoint", []),
        ("PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation", []), ("QGIS", "application/x-qgis", []),
        ("RAR", "application/rar", []), ("RDF", "application/rdf+xml", ["rdf/xml"]), ("RSS", "application/rss+xml", []),
        ("SHP", null, ["esri shapefile"]), ("SPARQL", "application/sparql-results+xml", []), ("SVG", "image/svg+xml", []),
        ("TAR", "application/x-tar", []), ("TIFF", "image/tiff", ["tif"]), ("TORRENT", "application/x-bittorrent", ["bittorrent"]),
        ("TSV", "text/tab-separated-values", ["text/tsv"]), ("TXT", "text/plain", []), ("WAV", "audio/x-wav", ["audio/wav"]),
        ("WCS", null, []), ("WebM", "video/webm", []), ("WFS", null, []), ("WMS", null, []), ("WMTS", null, []),
        ("XLS", "application/vnd.ms-excel", ["excel", "application/msexcel", "application/x-msexcel", "application/x-ms-excel", "application/x-excel", "application/xls", "application/x-xls"]),
        ("XLSB", "application/vnd.ms-excel.sheet.binary.macroEnabled.12", []), ("XLSM", "application/vnd.ms-excel.sheet.macroEnabled.12", []),
        ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []), ("XML", "application/xml", ["text/xml"]),
        ("XSLT", "application/xslt+xml", []), ("ZIP", "application/zip", []),
    ];

    private static readonly FrozenDictionary<string, string> LabelByName = Table
        .SelectMany(row => row.Names.Append(row.Label).Concat(row.MediaType is null ? [] : [row.MediaType]).Select(name => (Name: name, row.Label)))
        .DistinctBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Label, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> MediaTypeByExtension = Table
        .Where(row => row.MediaType is not null)
        .SelectMany(row => row.Names.Where(name => !name.Contains('/')).Append(row.Label).Select(name => (Name: name, Type: row.MediaType!)))
        .Append((Name: "txt", Type: "text/plain"))
        .DistinctBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>The usual spelling of a format given by short name, label or media type; an unknown one stays as typed.</summary>
    public static string Clean(string format) => LabelByName.TryGetValue(format.Trim(), out var label) ? label : format;

    /// <summary>Media type by the extension at the end of a file name or address; null when it says nothing.</summary>
    public static string? MediaTypeOf(string nameOrUrl)
    {
        var path = nameOrUrl;
        if (Uri.TryCreate(nameOrUrl, UriKind.Absolute, out var uri))
        {
            path = uri.AbsolutePath;
        }

        var extension = Path.GetExtension(path.Split('?', '#')[0]).TrimStart('.');
        return extension.Length > 0 && MediaTypeByExtension.TryGetValue(extension, out var type) ? type : null;
    }
}
