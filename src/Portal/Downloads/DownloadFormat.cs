using Purbalingga.Tables;

namespace Purbalingga.Portal.Downloads;

/// <summary>A format that tables are given out in, chosen by <c>?format=</c> and, for texts, <c>safe=1</c>.</summary>
/// <param name="Key">Value of the parameter; also in tags and names of kept files.</param>
/// <param name="Target">What is written.</param>
/// <param name="Options">How it is written.</param>
internal sealed record DownloadFormat(string Key, TargetFormat Target, TableWriteOptions Options)
{
    private static readonly TableWriteOptions Safe = new() { SpreadsheetSafe = true };

    /// <summary>
    /// All formats that may be asked for: plain CSV and CSV that Excel opens by a double click (UTF-8 mark, no formulas) among them. Parquet
    /// and GeoJSON of tables that cannot be written so are refused when they are written.
    /// </summary>
    public static IReadOnlyList<DownloadFormat> All { get; } =
    [
        new("csv", TargetFormat.Csv, TableWriteOptions.Default),
        new("csv-bom", TargetFormat.Csv, Safe with { ByteOrderMark = true }),
        new("xlsx", TargetFormat.Xlsx, TableWriteOptions.Default),
        new("tsv", TargetFormat.Tsv, TableWriteOptions.Default),
        new("json", TargetFormat.Json, TableWriteOptions.Default),
        new("ndjson", TargetFormat.NdJson, TableWriteOptions.Default),
        new("xml", TargetFormat.Xml, TableWriteOptions.Default),
        new("parquet", TargetFormat.Parquet, TableWriteOptions.Default),
        new("geojson", TargetFormat.GeoJson, TableWriteOptions.Default),
    ];

    /// <summary>Of the answer.</summary>
    public string MediaType => Target.Kind().MediaType() + (Target is TargetFormat.Xlsx or TargetFormat.Parquet ? "" : "; charset=utf-8");

    /// <summary>With its dot.</summary>
    public string Extension => Target.Kind().Extension();

    /// <param name="isSafe">Texts that a spreadsheet would run get an apostrophe in front.</param>
    /// <returns>Null when there is none.</returns>
    public static DownloadFormat? Find(string key, bool isSafe)
    {
        var found = All.FirstOrDefault(format => format.Key == key);
        return isSafe && found is { Target: TargetFormat.Csv or TargetFormat.Tsv, Options.SpreadsheetSafe: false }
            ? found with { Key = found.Key + "-safe", Options = Safe } : found;
    }
}
