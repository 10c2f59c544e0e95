using System.Runtime.CompilerServices;
using Purbalingga.Tables.Shaping;
using Purbalingga.Tables.Typing;

namespace Purbalingga.Tables;

/// <summary>A table found in a sheet: its columns, and its rows as a stream.</summary>
public sealed class FoundTable
{
    private const int MaxLeftOut = 200;

    private readonly ITableFile _file;
    private readonly Layout _layout;
    private readonly ColumnReading[] _readings;
    private BodyFilter? _filter;

    internal FoundTable(ITableFile file, TableSheet sheet, Layout layout, TypeInference inference)
    {
        _file = file;
        _layout = layout;
        _readings = inference.Conclude();
        Sheet = sheet;
        Columns = ColumnsOf(_readings);
    }

    public TableSheet Sheet { get; }

    /// <summary>Types by the rows looked at; a later cell that does not fit its column stays text.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>How the table was found; complete with its foot after all rows have been read.</summary>
    public TableShape Shape => new()
    {
        HeaderRows = [.. _layout.HeaderRows.Select(row => row.Number)],
        FirstDataRow = _filter?.FirstDataRow,
        SourceColumns = [.. _layout.SourceColumns.Select(column => column + 1)],
        Title = _layout.Title,
        LeftOut = [.. _layout.Above.Concat(_filter?.LeftOut ?? []).Take(MaxLeftOut)],
        BlankRows = _filter?.BlankRows ?? 0,
    };

    /// <summary>What was met in the rows read so far.</summary>
    public IReadOnlyList<TableWarning> Warnings =>
    [
        .. _layout.HeaderRows.Count == 0 && Sheet.Columns is null ? [new TableWarning(TableMessages.NoHeader)] : Array.Empty<TableWarning>(),
        .. _filter?.Warnings() ?? [],
    ];

    /// <summary>The table's rows with cells in their columns' types, each as long as <see cref="Columns"/>.</summary>
    /// <exception cref="TableReadException">While enumerating: a row is broken.</exception>
    public async IAsyncEnumerable<TableRow> ReadRowsAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var row in ReadRawAsync(ct).ConfigureAwait(false))
        {
            yield return Apply(_readings, row);
        }
    }

    /// <summary>Whether rows beyond those looked at could change how a column is read.</summary>
    internal bool IsGuess => Array.Exists(_readings, reading => reading.IsGuess);

    /// <summary>The same table, typed by the evidence of its first rows as far as they are told to be read.</summary>
    internal async Task<FoundTable> WithEvidenceAsync(int rows, CancellationToken ct)
    {
        var inference = NewInference();
        var seen = 0;
        await foreach (var row in ReadRawAsync(ct).ConfigureAwait(false))
        {
            inference.Add(row);
            if (++seen >= rows)
            {
                break;
            }
        }

        return new FoundTable(_file, Sheet, _layout, inference);
    }

    internal static TableRow Apply(ColumnReading[] readings, TableRow row)
    {
        var cells = new TableCell[readings.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = readings[i].Apply(row.At(i));
        }

        return new TableRow(row.Number, cells);
    }

    internal TypeInference NewInference() => new(Sheet, _layout.Labels);

    internal TableColumn[] ColumnsOf(ColumnReading[] readings)
    {
        var names = ColumnNames.Clean(_layout.Labels);
        return [.. readings.Select((reading, i) => new TableColumn(names[i], _layout.Labels[i], reading.Type) { Unit = reading.Unit })];
    }

    /// <summary>The table's rows with cells as the file gives them.</summary>
    internal async IAsyncEnumerable<TableRow> ReadRawAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        if (Sheet.Columns is not null)
        {
            await foreach (var record in _file.ReadRowsAsync(Sheet, ct).ConfigureAwait(false))
            {
                yield return record;
            }

            yield break;
        }

        var filter = new BodyFilter(_layout, _file.DetectionOf(Sheet).Delimiter is not null, Sheet.Name.Length > 0 ? Sheet.Name : null);
        _filter = filter;
        await foreach (var raw in _file.ReadRowsAsync(Sheet, ct).ConfigureAwait(false))
        {
            if (raw.Number < _layout.FirstDataRow)
            {
                continue;
            }

            foreach (var row in filter.Take(raw))
            {
                yield return row;
            }
        }

        foreach (var row in filter.Finish())
        {
            yield return row;
        }
    }
}
