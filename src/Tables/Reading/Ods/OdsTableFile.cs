using System.Runtime.CompilerServices;

namespace Purbalingga.Tables.Reading.Ods;

/// <summary>An open OpenDocument spreadsheet.</summary>
internal sealed class OdsTableFile(OfficePackage package, IReadOnlyList<TableSheet> sheets, TableReadLimits limits) : ITableFile
{
    public TableDetection Detection { get; } = new(FileKind.Ods);

    public IReadOnlyList<TableSheet> Sheets => sheets;

    public async IAsyncEnumerable<TableRow> ReadRowsAsync(TableSheet sheet, [EnumeratorCancellation] CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        await Task.CompletedTask.ConfigureAwait(false); // the XML is read synchronously, from a local file
        using var reader = SheetDamage.At(sheet, 0, () => new OdsSheetReader(package, sheet, limits));
        long total = 0;
        while (SheetDamage.At(sheet, reader.Row, reader.Read))
        {
            ct.ThrowIfCancellationRequested();
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
        package.Dispose();
        return ValueTask.CompletedTask;
    }
}
