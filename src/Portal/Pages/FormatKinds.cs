namespace Purbalingga.Portal.Pages;

/// <summary>Families of file formats that share a colour.</summary>
internal static class FormatKinds
{
    public static string Of(string? format) => (format ?? "").ToUpperInvariant() switch
    {
        "CSV" or "TSV" or "XLS" or "XLSX" or "ODS" or "PARQUET" => "table",
        "GEOJSON" or "KML" or "SHP" or "WMS" or "WFS" or "GPKG" => "map",
        "JSON" or "XML" or "API" or "RDF" or "JSONL" => "machine",
        "PDF" or "DOC" or "DOCX" or "HTML" or "TXT" => "text",
        _ => "other",
    };
}
