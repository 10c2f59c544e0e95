using System.Runtime.CompilerServices;
using Purbalingga.Tables.Shaping;

namespace Purbalingga.Tables.Planning;

/// <summary>Reads a table by its plan: the rows that the plan keeps, as a stream, in memory that does not grow with them.</summary>
public static class PlannedRows
{
    /// <summary>The rows of a planned table.</summary>
    /// <param name="source">The bytes that were planned; seekable; read from the beginning; left open.</param>
    /// <param name="plan">As <see cref="TablePlanner"/> made it or as read back by <see cref="PlanJson"/>.</param>
    /// <param name="options">Null for <see cref="PlannedReadOptions.Default"/>.</param>
    /// <param name="ct">Stops between rows.</param>
    /// <returns>
    /// Rows as long as the plan's columns. A cell is <see cref="TableCell.Empty"/> or of the kind of its column: Text; Number (whole and
    /// below 10^15 in Integer columns); Boolean; Date; DateTime. <see cref="TableCell.Text"/> is as in the file.
    /// </returns>
    /// <exception cref="TableReadException">While enumerating: a value is not of its column's type (sheet, row, column, value, expected
    /// type are set), the file is broken, over a limit, or not the one that was planned.</exception>
    public static async IAsyncEnumerable<TableRow> ReadAsync(
        Stream source, TablePlan plan, PlannedReadOptions? options = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        options ??= PlannedReadOptions.Default;
        var read = new TableReadOptions
        {
            Limits = options.Limits,
            TempFolder = options.TempFolder,
            Encoding = plan.Detection.Encoding,
            Delimiter = plan.Detection.Delimiter,
            FileName = plan.Detection.Delimiter is null ? null : "a.csv",
        };
        var file = await TableReaders.OpenAsync(source, read, ct).ConfigureAwait(false);
        await using var ignored = file.ConfigureAwait(false);
        await foreach (var row in ReadAsync(file, plan, options, ct).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    /// <summary>The rows of a planned table of an open file; see the other overload.</summary>
    /// <exception cref="TableReadException">While enumerating, as there.</exception>
    public static async IAsyncEnumerable<TableRow> ReadAsync(
        ITableFile file, TablePlan plan, PlannedReadOptions? options = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(plan);
        var sheet = plan.Sheet.Index < file.Sheets.Count ? file.Sheets[plan.Sheet.Index] : null;
        if (sheet is null || file.DetectionOf(sheet).Kind != plan.Detection.Kind || sheet.Name != plan.Sheet.Name)
        {
            throw new TableReadException(TableMessages.OtherFile) { Sheet = plan.Sheet.Name };
        }

        var reader = new PlannedRowReader(plan, options?.OnMisfit);
        var isSheet = sheet.Columns is null;
        await foreach (var raw in file.ReadRowsAsync(sheet, ct).ConfigureAwait(false))
        {
            if (raw.Number > plan.LastRow)
            {
                yield break;
            }

            if (raw.Number >= plan.FirstRow && !reader.IsLeftOut(raw.Number) && !(isSheet && raw.IsBlank()))
            {
                yield return reader.Read(raw);
            }
        }
    }
}
