namespace Purbalingga.Tables.Planning;

/// <summary>
/// Makes the plan by which a file is read: first <see cref="TablePlanner"/>, then <see cref="PlannedRows"/>, over the same bytes.
/// </summary>
/// <remarks>
/// One pass over each visible sheet, in memory that does not grow with its rows, so that types, totals and signature blocks are told from
/// all of them:
/// <code>
/// var plan = (await TablePlanner.PlanAsync(stream, options, ct)).Main;
/// await foreach (var row in PlannedRows.ReadAsync(stream, plan, ct: ct)) { /* row.Cells[i] is of plan.Columns[i].Type or empty */ }
/// </code>
/// </remarks>
public static class TablePlanner
{
    /// <summary>The plan of every table in a file.</summary>
    /// <param name="source">Seekable; read from its beginning; left open.</param>
    /// <param name="options">Null for <see cref="TablePlanOptions.Default"/>; carries the corrections of an operator.</param>
    /// <param name="ct">Stops between rows.</param>
    /// <exception cref="TableReadException">The file is no table, broken or over a limit; says where and what to do.</exception>
    public static async Task<FilePlan> PlanAsync(Stream source, TablePlanOptions? options = null, CancellationToken ct = default)
    {
        options ??= TablePlanOptions.Default;
        var file = await TableReaders.OpenAsync(source, options.Read, ct).ConfigureAwait(false);
        await using var ignored = file.ConfigureAwait(false);
        return await PlanAsync(file, options, ct).ConfigureAwait(false);
    }

    /// <summary>The plan of every table in an open file, which can be read by it without being opened again.</summary>
    /// <exception cref="TableReadException">Broken, over a limit, or without a row.</exception>
    public static async Task<FilePlan> PlanAsync(ITableFile file, TablePlanOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        options ??= TablePlanOptions.Default;
        var tables = new List<TablePlan>();
        var leftOut = new List<LeftOutSheet>();
        // A workbook of hidden sheets only still has a table that its owner meant
        var allHidden = file.Sheets.All(sheet => sheet.Hidden);
        foreach (var sheet in file.Sheets)
        {
            if (sheet.Hidden && !allHidden)
            {
                leftOut.Add(new LeftOutSheet(sheet.Name, Hidden: true));
            }
            else if (await SheetPlanner.PlanAsync(file, sheet, options, ct).ConfigureAwait(false) is { } table)
            {
                tables.Add(table);
            }
            else
            {
                leftOut.Add(new LeftOutSheet(sheet.Name, Hidden: false));
            }
        }

        leftOut.AddRange(file.LeftOut.Select(name => new LeftOutSheet(name, Hidden: false)));
        return tables.Count > 0 ? new FilePlan(file.Detection, tables, leftOut) : throw new TableReadException(TableMessages.NoRows);
    }
}
