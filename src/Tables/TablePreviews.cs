namespace Purbalingga.Tables;

/// <summary>Reads the head of a table and looks over the rest.</summary>
public static class TablePreviews
{
    /// <summary>The preview of the file's table.</summary>
    /// <param name="source">Seekable; read from its beginning; left open.</param>
    /// <param name="options">Null for <see cref="TablePreviewOptions.Default"/>.</param>
    /// <param name="ct">Stops between rows.</param>
    /// <exception cref="TableReadException">The file is no table, or broken within the rows counted; says where and what to do.</exception>
    public static async Task<TablePreview> ReadAsync(Stream source, TablePreviewOptions? options = null, CancellationToken ct = default)
    {
        options ??= TablePreviewOptions.Default;
        var file = await TableReaders.OpenAsync(source, options.Read, ct).ConfigureAwait(false);
        await using var ignored = file.ConfigureAwait(false);
        var table = await TableFinder.FindAsync(file, options.Find, ct).ConfigureAwait(false);

        var inference = table.NewInference();
        var head = new List<TableRow>();
        long counted = 0;
        var complete = true;
        await foreach (var row in table.ReadRawAsync(ct).ConfigureAwait(false))
        {
            if (counted >= options.CountUpTo)
            {
                complete = false;
                break;
            }

            counted++;
            inference.Add(row);
            if (head.Count < options.MaxRows)
            {
                head.Add(row);
            }
        }

        var readings = inference.Conclude();
        return new TablePreview
        {
            Detection = file.DetectionOf(table.Sheet),
            Sheets = file.Sheets,
            Sheet = table.Sheet,
            Columns = table.ColumnsOf(readings),
            Rows = head.ConvertAll(row => FoundTable.Apply(readings, row)),
            TotalRows = complete ? counted : null,
            CountedRows = counted,
            Shape = table.Shape,
            Warnings = [.. table.Warnings, .. inference.Warnings, .. OfSheets(file, table.Sheet)],
        };
    }

    private static IEnumerable<TableWarning> OfSheets(ITableFile file, TableSheet shown)
    {
        foreach (var (hidden, message) in new (bool, Func<string, TableMessage>)[] { (false, TableMessages.OtherSheets), (true, TableMessages.HiddenSheets) })
        {
            var names = file.Sheets.Where(sheet => sheet.Hidden == hidden && sheet != shown).Take(20).Select(sheet => $"\"{sheet.Name}\"").ToArray();
            if (names.Length > 0)
            {
                yield return new TableWarning(message(string.Join(", ", names)));
            }
        }

        if (file.LeftOut.Count > 0)
        {
            yield return new TableWarning(TableMessages.OtherFiles(string.Join(", ", file.LeftOut.Take(20).Select(name => $"\"{name}\""))));
        }
    }
}
