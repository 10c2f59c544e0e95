using System.Runtime.CompilerServices;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Tables;
using Purbalingga.Tables.Planning;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>From the rows of a planned table to what an engine takes, in batches that do not grow with the file.</summary>
internal static class PlannedBatches
{
    private const int CellsInBatch = 32_768;
    private const int RowsInBatch = 2048;

    /// <summary>Rows with the plan's columns, typed as <see cref="LoadColumns.TypeOf"/> says.</summary>
    /// <exception cref="TableReadException">While enumerating, as <see cref="PlannedRows"/>.</exception>
    public static async IAsyncEnumerable<DataBatch> ReadAsync(Stream file, TablePlan plan, [EnumeratorCancellation] CancellationToken ct)
    {
        var width = plan.Columns.Count;
        var most = Math.Clamp(CellsInBatch / width, 1, RowsInBatch);
        var cells = new DataValue[most * width];
        var rows = 0;
        await foreach (var row in PlannedRows.ReadAsync(file, plan, ct: ct))
        {
            for (var i = 0; i < width; i++)
            {
                cells[(rows * width) + i] = ValueOf(row.Cells[i], plan.Columns[i].Type);
            }

            if (++rows == most)
            {
                yield return new DataBatch(width, rows, cells);
                cells = new DataValue[most * width];
                rows = 0;
            }
        }

        if (rows > 0)
        {
            yield return new DataBatch(width, rows, cells);
        }
    }

    /// <summary>The row of the file that an engine counts as the given one.</summary>
    /// <param name="index">0-based among the rows of <see cref="ReadAsync"/>.</param>
    /// <returns>1-based; null when there are not so many.</returns>
    /// <remarks>Reads up to there again: nothing is kept for the case that an engine refuses a row, which is rare.</remarks>
    public static async Task<int?> RowOfAsync(Stream file, TablePlan plan, int index, CancellationToken ct)
    {
        await foreach (var row in PlannedRows.ReadAsync(file, plan, ct: ct))
        {
            if (index-- == 0)
            {
                return row.Number;
            }
        }

        return null;
    }

    private static DataValue ValueOf(TableCell cell, ColumnType type) => cell.Kind switch
    {
        CellKind.Number when type == ColumnType.Integer => DataValue.Of((long)cell.Number),
        CellKind.Number => DataValue.Of(cell.Number),
        CellKind.Boolean => DataValue.Of(cell.Boolean),
        CellKind.Date => DataValue.Date((cell.DateTime.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerDay),
        CellKind.DateTime => DataValue.Timestamp((cell.DateTime.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond),
        // PostgreSQL holds no U+0000, and it means nothing to anybody in a table
        CellKind.Text => DataValue.Of(cell.Text.Contains('\0') ? cell.Text.Replace("\0", "", StringComparison.Ordinal) : cell.Text),
        _ => DataValue.Null,
    };
}
