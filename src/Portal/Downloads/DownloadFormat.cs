using Purbalingga.Tables;

namespace Purbalingga.Portal.Downloads;

/// <summary>A format that tables are given out in, chosen by <c>?format=</c>.</summary>
/// <param name="Key">Value of the parameter.</param>
/// <param name="Target">What is written.</param>
/// <param name="MediaType">Of the answer.</param>
/// <param name="Extension">With its dot.</param>
/// <param name="Options">How it is written.</param>
internal sealed record DownloadFormat(string Key, TargetFormat Target, string MediaType, string Extension, TableWriteOptions Options)
{
    /// <summary>All formats: plain CSV, CSV that Excel opens by a double click (UTF-8 mark, no formulas), XLSX, TSV.</summary>
    public static IReadOnlyList<DownloadFormat> All { get; } =
    [
        new("csv", TargetFormat.Csv, "text/csv; charset=utf-8", ".csv", TableWriteOptions.Default),
        new("csv-bom", TargetFormat.Csv, "text/csv; charset=utf-8", ".csv", new TableWriteOptions { ByteOrderMark = true, SpreadsheetSafe = true }),
        new("xlsx", TargetFormat.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", TableWriteOptions.Default),
        new("tsv", TargetFormat.Tsv, "text/tab-separated-values; charset=utf-8", ".tsv", TableWriteOptions.Default),
    ];

    public static DownloadFormat? Find(string key) => All.FirstOrDefault(f => f.Key == key);
}
