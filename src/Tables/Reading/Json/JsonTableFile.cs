using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Purbalingga.Tables.Reading.Json;

/// <summary>An open JSON file: a sheet for each table in it, numbered by records.</summary>
internal sealed class JsonTableFile(Func<Stream> open, IReadOnlyList<JsonTable> tables, TableDetection detection, TableReadLimits limits) : ITableFile
{
    public TableDetection Detection => detection;

    public IReadOnlyList<TableSheet> Sheets { get; } =
        [.. tables.Select((table, i) => new TableSheet(i, table.Name, Hidden: false) { Columns = table.Columns })];

    public async IAsyncEnumerable<TableRow> ReadRowsAsync(TableSheet sheet, [EnumeratorCancellation] CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var table = tables[sheet.Index];
        var source = open();
        await using var ignored = source.ConfigureAwait(false);
        using var cursor = new JsonCursor(source, limits);
        await GuardAsync(async () => await JsonRecord.EnterAsync(cursor, table, ct).ConfigureAwait(false)).ConfigureAwait(false);
        long cells = 0;
        var number = 0;
        while (await NextAsync(cursor, table, number + 1, ct).ConfigureAwait(false) is { } row)
        {
            ct.ThrowIfCancellationRequested();
            cells += row.Cells.Count;
            if (++number > limits.MaxRows || cells > limits.MaxCells)
            {
                throw RowLimits.Exceeded(number, limits, number, sheet.Name.Length > 0 ? sheet.Name : null);
            }

            yield return row;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<TableRow?> NextAsync(JsonCursor cursor, JsonTable table, int number, CancellationToken ct)
    {
        try
        {
            if (table.Shape == JsonShape.Keyed && !(await cursor.ReadAsync(ct).ConfigureAwait(false) && cursor.Token == JsonTokenType.PropertyName))
            {
                return null;
            }

            if (await cursor.ReadValueAsync(ct).ConfigureAwait(false) is not { } value)
            {
                return null;
            }

            return JsonRecord.Read(table, value.Span, cursor.Name, limits) is { } cells
                ? new TableRow(number, cells)
                : throw new TableReadException(TableMessages.OtherRecord(number)) { Row = number };
        }
        catch (Exception error) when (JsonTableReader.IsDamage(error))
        {
            throw JsonTableReader.Describe(error);
        }
    }

    private static async ValueTask GuardAsync(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (Exception error) when (JsonTableReader.IsDamage(error))
        {
            throw JsonTableReader.Describe(error);
        }
    }
}
