using Purbalingga.Tables.Shaping;

namespace Purbalingga.Tables;

/// <summary>Finds the table in a sheet: header, columns, types; titles above and notes below are told from it.</summary>
public static class TableFinder
{
    private const long MaxSampleCells = 200_000;

    /// <summary>Finds the table in the wanted sheet, or in the first visible one with data.</summary>
    /// <exception cref="TableReadException">No such sheet, no row anywhere, or a broken file.</exception>
    public static async Task<FoundTable> FindAsync(ITableFile file, TableFindOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        options ??= TableFindOptions.Default;
        foreach (var sheet in Wanted(file, options.Sheet))
        {
            var sample = await SampleAsync(file, sheet, options.SampleRows, ct).ConfigureAwait(false);
            if ((sheet.Columns is null ? sample.Rows.Exists(row => !row.IsBlank()) : sample.Rows.Count > 0))
            {
                var table = Find(file, sheet, sample.Rows, sample.Complete);
                return sample.Complete || !table.IsGuess ? table : await table.WithEvidenceAsync(options.EvidenceRows, ct).ConfigureAwait(false);
            }
        }

        throw new TableReadException(TableMessages.NoRows) { Sheet = options.Sheet };
    }

    private static IEnumerable<TableSheet> Wanted(ITableFile file, string? name)
    {
        if (name is null)
        {
            // A workbook of hidden sheets only still has a table that its owner meant
            return file.Sheets.OrderBy(sheet => sheet.Hidden).ThenBy(sheet => sheet.Index);
        }

        var found = file.Sheets.FirstOrDefault(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase));
        return [found ?? throw new TableReadException(TableMessages.NoSuchSheet(name)) { Sheet = name }];
    }

    private static async Task<(List<TableRow> Rows, bool Complete)> SampleAsync(ITableFile file, TableSheet sheet, int maxRows, CancellationToken ct)
    {
        var rows = new List<TableRow>();
        long cells = 0;
        await foreach (var row in file.ReadRowsAsync(sheet, ct).ConfigureAwait(false))
        {
            rows.Add(row);
            cells += row.Cells.Count + 1;
            if (rows.Count >= maxRows || cells >= MaxSampleCells)
            {
                return (rows, false);
            }
        }

        return (rows, true);
    }

    private static FoundTable Find(ITableFile file, TableSheet sheet, List<TableRow> sample, bool complete)
    {
        if (sheet.Columns is { } names)
        {
            var records = new TypeInference(sheet, names);
            sample.ForEach(records.Add);
            return new FoundTable(file, sheet, Layout.OfRecords(names), records);
        }

        var layout = Layout.Of(sample);
        var inference = new TypeInference(layout.Labels);
        // Widths are judged when the rows are read for good; here a broken row must only not stop the finding
        var filter = new BodyFilter(layout, delimited: false, sheet.Name);
        foreach (var row in sample.Where(row => row.Number >= layout.FirstDataRow).SelectMany(row => filter.Take(row)).Concat(complete ? filter.Finish() : []))
        {
            inference.Add(row);
        }

        return new FoundTable(file, sheet, layout, inference);
    }
}
