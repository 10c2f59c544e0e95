using Purbalingga.Tables.Shaping;
using Purbalingga.Tables.Typing;

namespace Purbalingga.Tables.Planning;

/// <summary>Plans one sheet in one pass over its rows.</summary>
internal sealed class SheetPlanner
{
    private const long MaxSampleCells = 200_000;

    private readonly ITableFile _file;
    private readonly TableSheet _sheet;
    private readonly TableCorrection _correction;
    private readonly Layout _layout;
    private readonly string[] _ids;
    private readonly TypeInference _inference;
    private readonly BodyFilter? _filter;
    private readonly HashSet<int> _keep;
    private readonly HashSet<int> _leaveOut;
    private long _rows;

    private SheetPlanner(ITableFile file, TableSheet sheet, TableCorrection correction, Layout layout)
    {
        _file = file;
        _sheet = sheet;
        _correction = correction;
        _layout = layout;
        _ids = ColumnNames.Clean(layout.Labels);
        _inference = new TypeInference(sheet, layout.Labels);
        _filter = sheet.Columns is null ? new BodyFilter(layout, file.DetectionOf(sheet).Delimiter is not null, sheet.Name.Length > 0 ? sheet.Name : null) : null;
        _keep = [.. correction.Keep];
        _leaveOut = [.. correction.LeaveOut];
    }

    /// <summary>Null when the sheet has no row.</summary>
    public static async Task<TablePlan?> PlanAsync(ITableFile file, TableSheet sheet, TablePlanOptions options, CancellationToken ct)
    {
        var correction = options.Corrections.FirstOrDefault(c => string.Equals(c.Sheet, sheet.Name, StringComparison.OrdinalIgnoreCase))
            ?? options.Corrections.FirstOrDefault(c => c.Sheet is null) ?? new TableCorrection();
        var rows = file.ReadRowsAsync(sheet, ct).GetAsyncEnumerator(ct);
        await using var ignored = rows.ConfigureAwait(false);
        var sample = new List<TableRow>();
        long cells = 0;
        var more = await rows.MoveNextAsync().ConfigureAwait(false);
        while (more && sample.Count < options.SampleRows && cells < MaxSampleCells)
        {
            sample.Add(rows.Current);
            cells += rows.Current.Cells.Count + 1;
            more = await rows.MoveNextAsync().ConfigureAwait(false);
        }

        if (sheet.Columns is null ? !sample.Exists(row => !row.IsBlank()) : sample.Count == 0)
        {
            return null;
        }

        var planner = new SheetPlanner(file, sheet, correction, LayoutOf(sheet, sample, correction));
        foreach (var row in sample)
        {
            planner.Take(row);
        }

        sample.Clear();
        while (more && planner._rows < options.EvidenceRows)
        {
            planner.Take(rows.Current);
            more = await rows.MoveNextAsync().ConfigureAwait(false);
        }

        return planner.Conclude(whole: !more);
    }

    private static Layout LayoutOf(TableSheet sheet, List<TableRow> sample, TableCorrection correction)
    {
        if (sheet.Columns is { } names)
        {
            return Layout.OfRecords(names);
        }

        if (correction.HeaderRows is { } header)
        {
            return Layout.Of(sample, HeaderFinder.At(sample, header, correction.FirstRow));
        }

        var found = HeaderFinder.Find(sample);
        return correction.FirstRow is { } first && found.HasHeader
            ? Layout.Of(sample, HeaderFinder.At(sample, [sample[found.HeaderFrom].Number, sample[found.HeaderTo - 1].Number], first))
            : correction.FirstRow is { } from ? Layout.Of(sample, HeaderFinder.At(sample, [], from)) : Layout.Of(sample, found);
    }

    private void Take(TableRow raw)
    {
        if (raw.Number < _layout.FirstDataRow || raw.Number > _correction.LastRow)
        {
            return;
        }

        if (_filter is null)
        {
            if (!_leaveOut.Contains(raw.Number))
            {
                Count(raw);
            }

            return;
        }

        foreach (var row in _filter.Take(raw, _keep.Contains(raw.Number) ? RowVerdict.Keep : _leaveOut.Contains(raw.Number) ? RowVerdict.LeaveOut : null))
        {
            Count(row);
        }
    }

    private void Count(TableRow row)
    {
        _rows++;
        _inference.Add(row);
    }

    private TablePlan Conclude(bool whole)
    {
        if (whole)
        {
            foreach (var row in _filter?.Finish() ?? [])
            {
                Count(row);
            }
        }

        var corrections = new ColumnCorrection?[_ids.Length];
        foreach (var correction in _correction.Columns)
        {
            var at = Array.IndexOf(_ids, correction.Column);
            at = at < 0 ? _layout.Labels.ToList().IndexOf(correction.Column) : at;
            corrections[at < 0 ? 0 : at] = at < 0 ? corrections[0] : correction;
        }

        var readings = _inference.Conclude(i => corrections[i]?.Type);
        var ids = ColumnNames.Clean([.. _ids.Select((id, i) => corrections[i]?.Id is { Length: > 0 } wanted ? wanted : id)]);
        var kept = Enumerable.Range(0, ids.Length).Where(i => corrections[i]?.LeaveOut != true).ToArray();
        return new TablePlan
        {
            Detection = _file.DetectionOf(_sheet),
            Sheet = _sheet,
            HeaderRows = [.. _layout.HeaderRows.Select(row => row.Number)],
            FirstRow = _layout.FirstDataRow,
            LastRow = _correction.LastRow,
            Width = _filter is not null && _file.DetectionOf(_sheet).Delimiter is not null ? _layout.Width : null,
            Columns = kept.Length > 0 ? [.. kept.Select(Column)] : throw new TableReadException(TableMessages.NoColumns) { Sheet = _sheet.Name },
            Title = _layout.Title,
            LeftOut = [.. LeftOut().OrderBy(row => row.Row)],
            BlankRows = _filter?.BlankRows ?? 0,
            Rows = _rows,
            IsWhole = whole,
            Warnings =
            [
                .. _layout.HeaderRows.Count == 0 && _sheet.Columns is null ? [new TableWarning(TableMessages.NoHeader)] : Array.Empty<TableWarning>(),
                .. _filter?.Warnings() ?? [],
                .. kept.SelectMany(i => _inference.WarningsOf(i, readings[i])),
            ],
        };

        PlannedColumn Column(int i) =>
            new(_layout.SourceColumns[i] + 1, ids[i], corrections[i]?.Label is { Length: > 0 } label ? label : _layout.Labels[i], readings[i].Type)
            {
                Form = corrections[i] is { Type: not null, Form: { } form } ? form : ColumnForms.Of(readings[i]),
                Unit = readings[i].Unit,
            };
    }

    private IEnumerable<LeftOutRow> LeftOut() => _filter is null
        ? _leaveOut.Select(row => new LeftOutRow(row, LeftOutReason.Correction, ""))
        : _layout.Above.Concat(_filter.LeftOut);
}
