namespace Purbalingga.Tables;

/// <summary>Media type, CKAN format label and usual extension of each <see cref="FileKind"/>.</summary>
public static class FileKinds
{
    /// <summary>Media type without parameters, for <c>Content-Type</c> and CKAN's <c>mimetype</c>.</summary>
    public static string MediaType(this FileKind kind) => Describe(kind).MediaType;

    /// <summary>Label as CKAN writes it in a resource's <c>format</c>; empty for unknown bytes.</summary>
    public static string FormatLabel(this FileKind kind) => Describe(kind).Label;

    /// <summary>Usual file extension with its dot; empty for unknown bytes.</summary>
    public static string Extension(this FileKind kind) => Describe(kind).Extension;

    /// <summary>Whether files of this kind are tables that <see cref="TableReaders"/> can open. Gzip and zip may hold some, which only opening tells.</summary>
    public static bool IsTable(this FileKind kind) =>
        kind is FileKind.Csv or FileKind.Tsv or FileKind.Xlsx or FileKind.Xls or FileKind.Xlsb or FileKind.Ods
            or FileKind.Json or FileKind.GeoJson or FileKind.NdJson or FileKind.Parquet;

    /// <summary>Whether files of this kind hold other files.</summary>
    public static bool IsArchive(this FileKind kind) => kind is FileKind.Zip or FileKind.Gzip;

    private static (string MediaType, string Label, string Extension) Describe(FileKind kind) => kind switch
    {
        FileKind.Text => ("text/plain", "TXT", ".txt"),
        FileKind.Csv => ("text/csv", "CSV", ".csv"),
        FileKind.Tsv => ("text/tab-separated-values", "TSV", ".tsv"),
        FileKind.Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX", ".xlsx"),
        FileKind.Xls => ("application/vnd.ms-excel", "XLS", ".xls"),
        FileKind.Xlsb => ("application/vnd.ms-excel.sheet.binary.macroenabled.12", "XLSB", ".xlsb"),
        FileKind.Ods => ("application/vnd.oasis.opendocument.spreadsheet", "ODS", ".ods"),
        FileKind.Json => ("application/json", "JSON", ".json"),
        FileKind.GeoJson => ("application/geo+json", "GeoJSON", ".geojson"),
        FileKind.NdJson => ("application/x-ndjson", "NDJSON", ".ndjson"),
        FileKind.Xml => ("application/xml", "XML", ".xml"),
        FileKind.Html => ("text/html", "HTML", ".html"),
        FileKind.Pdf => ("application/pdf", "PDF", ".pdf"),
        FileKind.Zip => ("application/zip", "ZIP", ".zip"),
        FileKind.Gzip => ("application/gzip", "GZIP", ".gz"),
        FileKind.Png => ("image/png", "PNG", ".png"),
        FileKind.Jpeg => ("image/jpeg", "JPEG", ".jpg"),
        FileKind.Gif => ("image/gif", "GIF", ".gif"),
        FileKind.Webp => ("image/webp", "WEBP", ".webp"),
        FileKind.Svg => ("image/svg+xml", "SVG", ".svg"),
        FileKind.Parquet => ("application/vnd.apache.parquet", "Parquet", ".parquet"),
        FileKind.Docx => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX", ".docx"),
        FileKind.Pptx => ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX", ".pptx"),
        FileKind.Odt => ("application/vnd.oasis.opendocument.text", "ODT", ".odt"),
        FileKind.Ole or FileKind.EncryptedOffice => ("application/x-ole-storage", "", ""),
        _ => ("application/octet-stream", "", ""),
    };
}
