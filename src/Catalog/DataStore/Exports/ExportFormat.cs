using Purbalingga.Tables;

namespace Purbalingga.Catalog.DataStore.Exports;

/// <summary>A format of dumps, chosen by <c>format</c>.</summary>
/// <param name="Key">Value of the parameter and ending of the file.</param>
/// <param name="MediaType">Of the answer.</param>
internal sealed record ExportFormat(string Key, string MediaType)
{
    /// <summary>CKAN's four first.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new("csv", "text/csv; charset=utf-8"),
        new("tsv", "text/tab-separated-values; charset=utf-8"),
        new("json", "application/json; charset=utf-8"),
        new("xml", "text/xml; charset=utf-8"),
        new("xlsx", FileKind.Xlsx.MediaType()),
        new("parquet", FileKind.Parquet.MediaType()),
        new("ndjson", FileKind.NdJson.MediaType() + "; charset=utf-8"),
        new("geojson", FileKind.GeoJson.MediaType() + "; charset=utf-8"),
    ];

    /// <returns>Null when there is none.</returns>
    public static ExportFormat? Find(string key) => All.FirstOrDefault(format => format.Key == key);
}
