using System.Runtime.CompilerServices;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>An open workbook of Excel 2007 or later.</summary>
internal sealed class XlsxTableFile(XlsxWorkbook workbook, TableReadLimits limits) : ITableFile
{
    private readonly Dictionary<int, IReadOnlyList<MergedRange>> _merges = [];

    public TableDetection Detection { get; } = new(FileKind.Xlsx);

    public IReadOnlyList<TableSheet> Sheets => workbook.Sheets;

    public async IAsyncEnumerable<TableRow> ReadRowsAsync(TableSheet sheet, [EnumeratorCancellation] CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (!_merges.TryGetValue(sheet.Index, out var ranges))
        {
            ranges = await SheetDamage.At(sheet, 0, () => MergeScan.ReadAsync(workbook.Package, workbook.Parts[sheet.Index], ct)).ConfigureAwait(false);
            _merges[sheet.Index] = ranges;
        }

        var merges = MergedCells.Of(ranges);
        using var reader = SheetDamage.At(sheet, 0, () => new XlsxSheetReader(workbook, workbook.Parts[sheet.Index], sheet, limits));
        long total = 0;
        while (SheetDamage.At(sheet, reader.Row, reader.Read))
        {
            ct.ThrowIfCancellationRequested();
            merges?.Apply(reader.Row - 1, reader.Cells);
            total += reader.Cells.Count;
            if (reader.Row > limits.MaxRows || total > limits.MaxCells)
            {
                throw RowLimits.Exceeded(reader.Row, limits, reader.Row, sheet.Name);
            }

            yield return new TableRow(reader.Row, reader.Cells.ToArray());
        }
    }

    public ValueTask DisposeAsync()
    {
        workbook.Dispose();
        return ValueTask.CompletedTask;
    }
}
