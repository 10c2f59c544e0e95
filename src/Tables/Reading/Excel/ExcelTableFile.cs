using System.Globalization;
using System.Runtime.CompilerServices;
using ExcelDataReader;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>An open workbook; each reading opens its own reader over the stream.</summary>
internal sealed class ExcelTableFile(Stream source, FileKind kind, IReadOnlyList<TableSheet> sheets, TableReadLimits limits) : ITableFile
{
    /// <summary>The last row that a sheet can have; a row number beyond it is made up.</summary>
    private readonly int _lastRow = kind == FileKind.Xls ? 65_536 : 1_048_576;

    /// <summary>The columns that a sheet can have; damaged files claim more, and each costs in every row.</summary>
    private readonly int _maxColumns = Math.Min(limits.MaxColumns, kind == FileKind.Xls ? 256 : 16_384);

    public TableDetection Detection { get; } = new(kind);

    public IReadOnlyList<TableSheet> Sheets => sheets;

    public async IAsyncEnumerable<TableRow> ReadRowsAsync(TableSheet sheet, [EnumeratorCancellation] CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        await Task.CompletedTask.ConfigureAwait(false); // the library reads synchronously, from a local file
        using var reader = ExcelTableReader.Open(source, kind);
        var merges = MoveTo(reader, sheet);
        var cells = new List<TableCell>();
        long total = 0;
        var number = 0;
        while (Next(reader, sheet, number + 1))
        {
            ct.ThrowIfCancellationRequested();
            number++;
            ReadCells(reader, cells, number, sheet);
            merges?.Apply(number - 1, cells);
            total += reader.FieldCount;
            if (number > limits.MaxRows || total > limits.MaxCells)
            {
                throw RowLimits.Exceeded(number, limits, number, sheet.Name);
            }

            yield return new TableRow(number, cells.ToArray());
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private MergedCells? MoveTo(IExcelDataReader reader, TableSheet sheet)
    {
        try
        {
            for (var i = 0; i < sheet.Index; i++)
            {
                if (!reader.NextResult())
                {
                    throw new TableReadException(TableMessages.NoSuchSheet(sheet.Name)) { Sheet = sheet.Name };
                }
            }

            if (reader.RowCount > _lastRow)
            {
                // The library would look through all of them for the next row
                throw new TableReadException(TableMessages.BrokenSheet(sheet.Name, 1)) { Sheet = sheet.Name };
            }

            return MergedCells.Of((reader.MergeCells ?? []).Select(r => new MergedRange(r.FromRow, r.FromColumn, r.ToRow, r.ToColumn)));
        }
        catch (Exception error) when (ExcelTableReader.IsContentError(error))
        {
            throw new TableReadException(TableMessages.BrokenSheet(sheet.Name, 1), error) { Sheet = sheet.Name };
        }
    }

    private bool Next(IExcelDataReader reader, TableSheet sheet, int row)
    {
        try
        {
            var more = reader.Read();
            return more && row > _lastRow
                ? throw new TableReadException(TableMessages.OverLimit("baris", "rows", _lastRow)) { Sheet = sheet.Name, Row = row }
                : more;
        }
        catch (Exception error) when (ExcelTableReader.IsContentError(error))
        {
            throw new TableReadException(TableMessages.BrokenSheet(sheet.Name, row), error) { Sheet = sheet.Name, Row = row };
        }
    }

    private void ReadCells(IExcelDataReader reader, List<TableCell> cells, int row, TableSheet sheet)
    {
        cells.Clear();
        try
        {
            if (reader.FieldCount > _maxColumns)
            {
                throw new TableReadException(TableMessages.ColumnsOverLimit(row, _maxColumns)) { Sheet = sheet.Name, Row = row };
            }

            var filled = 0;
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var cell = Convert(reader, i);
                cells.Add(cell);
                filled = cell.IsEmpty ? filled : i + 1;
            }

            cells.RemoveRange(filled, cells.Count - filled);
        }
        catch (Exception error) when (ExcelTableReader.IsContentError(error))
        {
            throw new TableReadException(TableMessages.BrokenSheet(sheet.Name, row), error) { Sheet = sheet.Name, Row = row };
        }
    }

    private static TableCell Convert(IExcelDataReader reader, int column) =>
        reader.GetValue(column) switch
        {
            null => TableCell.Empty, // also what the library gives for #N/A and its like
            string text => TableCell.OfText(text.Trim().Length == 0 ? null : text),
            double number => OfNumber(number, reader, column),
            int number => OfNumber(number, reader, column),
            bool flag => TableCell.OfBoolean(flag),
            DateTime moment => moment.TimeOfDay == TimeSpan.Zero
                ? TableCell.OfDate(DateOnly.FromDateTime(moment))
                : TableCell.OfDateTime(Whole(moment)),
            TimeSpan time => TableCell.OfText(time.ToString("c", CultureInfo.InvariantCulture)),
            var other => TableCell.OfText(System.Convert.ToString(other, CultureInfo.InvariantCulture)),
        };

    /// <summary>The library turns dates into dates; shares and codes are told by the format here.</summary>
    private static TableCell OfNumber(double number, IExcelDataReader reader, int column) =>
        CellFormat.OfCode(reader.GetNumberFormatString(column)) is { Means: CellFormat.Meaning.Percent or CellFormat.Meaning.Code } format
            ? format.Apply(number, from1904: false)
            : TableCell.OfNumber(number);

    /// <summary>Serials carry fractions of a second as rounding errors; sheets mean whole seconds.</summary>
    private static DateTime Whole(DateTime moment) =>
        new((moment.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
}
