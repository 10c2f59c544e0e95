using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Tables;
using Purbalingga.Tables.Planning;

namespace Purbalingga.Catalog.DataStore.Csv;

/// <summary>From a plan that was made of a file's head to what an engine can read by itself (<see cref="ICsvLoads"/>).</summary>
public static class CsvTexts
{
    /// <summary>Rows that such a plan is made of (<see cref="TablePlanOptions.EvidenceRows"/>).</summary>
    public const int HeadRows = 20_000;

    /// <summary>Smaller files are planned whole as quickly.</summary>
    public const long FewestBytes = 2_000_000;

    /// <param name="path">Of the file on this machine.</param>
    /// <param name="source">The same file; seekable, left open.</param>
    /// <returns>Null for a file that must be read by its rows.</returns>
    public static async Task<CsvText?> OfAsync(string path, Stream source, TablePlan plan, CancellationToken ct)
    {
        var readings = plan.Columns.Select(ReadingOf).ToList();
        return !readings.Contains(null) && await DelimitedEnds.ReadHeaderAsync(source, plan, ct) is { } header
            ? new CsvText(path, plan.Detection.Delimiter!.Value, header, [.. readings.Select(r => r!.Value)], plan.Rows, TableReadOptions.Default.Limits.MaxRows)
            : null;
    }

    private static CsvReading? ReadingOf(PlannedColumn column) => (column.Type, column.Form) switch
    {
        _ when column.Unit is not null => null,
        (ColumnType.Text, _) => CsvReading.Text,
        (ColumnType.Integer, ColumnForm.Plain) => CsvReading.Whole,
        (ColumnType.Number, ColumnForm.DotDecimal) => CsvReading.DotDecimal,
        (ColumnType.Number, ColumnForm.Indonesian) => CsvReading.CommaDecimal,
        (ColumnType.Date, ColumnForm.Plain) => CsvReading.Day,
        (ColumnType.Date, ColumnForm.DayFirst) => CsvReading.DayFirst,
        (ColumnType.DateTime, _) => CsvReading.Moment,
        (ColumnType.Boolean, _) => CsvReading.YesNo,
        _ => null,
    };
}
