using System.Globalization;
using System.Runtime.CompilerServices;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Tables;

namespace Purbalingga.Catalog.DataStore.Exports;

/// <summary>Rows of the store as cells of files. Numbers of more than 15 digits stay whole as texts, since spreadsheets would round them.</summary>
internal static class SheetCells
{
    private const long MaxWhole = 1_000_000_000_000_000;
    private const int MaxDigits = 15;

    public static TableContent Of(DataRows rows, CancellationToken ct) => new([.. rows.Columns.Select(c => new TableColumn(c.Name, c.Name, TypeOf(c.Type)))], ReadAsync(rows, ct));

    public static TableCell Of(DataValue value) => value.Kind switch
    {
        DataKind.Null or DataKind.Missing => TableCell.Empty,
        DataKind.Boolean => TableCell.OfBoolean(value.Boolean),
        DataKind.Whole => value.Whole is > -MaxWhole and < MaxWhole ? TableCell.OfNumber(value.Whole) : TableCell.OfText(value.Whole.ToString(CultureInfo.InvariantCulture)),
        DataKind.Real when double.IsFinite(value.Real) => TableCell.OfNumber(value.Real),
        DataKind.Numeric => OfNumeric(value.Text),
        DataKind.Date when IsDay(value.Whole) => TableCell.OfDate(DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(value.Whole))),
        DataKind.Timestamp or DataKind.TimestampTz when IsDay(value.Whole / CellText.MicrosecondsOfDay) =>
            TableCell.OfDateTime(new DateTime(DateTime.UnixEpoch.Ticks + value.Whole * TimeSpan.TicksPerMicrosecond)),
        _ => TableCell.OfText(CellText.Of(value, milliseconds: false)),
    };

    private static async IAsyncEnumerable<TableRow> ReadAsync(DataRows rows, [EnumeratorCancellation] CancellationToken ct)
    {
        var number = 0;
        await foreach (var batch in rows.ReadAsync(ct))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                var cells = new TableCell[batch.Columns];
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = Of(batch.Row(row)[i]);
                }

                yield return new TableRow(++number, cells);
            }
        }
    }

    private static TableCell OfNumeric(string text) =>
        text.Count(char.IsAsciiDigit) <= MaxDigits && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? TableCell.OfNumber(number) : TableCell.OfText(text);

    private static bool IsDay(long days) => days is > CellText.FirstDay and < CellText.LastDay;

    private static ColumnType TypeOf(string type) => ColumnTypes.KindOf(type) switch
    {
        DataKind.Boolean => ColumnType.Boolean,
        DataKind.Whole => ColumnType.Integer,
        DataKind.Real or DataKind.Numeric => ColumnType.Number,
        DataKind.Date => ColumnType.Date,
        DataKind.Timestamp or DataKind.TimestampTz => ColumnType.DateTime,
        _ => ColumnType.Text,
    };
}
