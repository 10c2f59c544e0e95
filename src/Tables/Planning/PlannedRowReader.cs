using Purbalingga.Tables.Shaping;
using Purbalingga.Tables.Typing;

namespace Purbalingga.Tables.Planning;

/// <summary>Turns raw rows into typed ones; rows are asked for in the file's order.</summary>
internal sealed class PlannedRowReader(TablePlan plan, Func<CellMisfit, bool>? onMisfit)
{
    private const int ShownCharacters = 200;

    private readonly PlannedColumn[] _columns = [.. plan.Columns];
    private readonly ColumnReading[] _readings = [.. plan.Columns.Select(column => ColumnForms.Reading(column.Type, column.Form))];
    private readonly int[] _leftOut = [.. plan.LeftOut.Select(row => row.Row).Order()];
    private int _next;

    public bool IsLeftOut(int row)
    {
        while (_next < _leftOut.Length && _leftOut[_next] < row)
        {
            _next++;
        }

        return _next < _leftOut.Length && _leftOut[_next] == row;
    }

    public TableRow Read(TableRow raw)
    {
        CheckWidth(raw);
        var cells = new TableCell[_columns.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = raw.At(_columns[i].Source - 1);
            // A text merged across a data row belongs to its first column only
            cell = cell.IsFromLeft ? TableCell.Empty : _readings[i].Apply(cell);
            cells[i] = _readings[i].Holds(cell) ? cell : Misfit(raw, _columns[i], cell);
        }

        return new TableRow(raw.Number, cells);
    }

    /// <summary>A row beyond those that were planned may have more fields than the header, and none may be lost without a word.</summary>
    private void CheckWidth(TableRow row)
    {
        for (var i = row.Cells.Count - 1; i >= plan.Width; i--)
        {
            if (!row.Cells[i].IsBlank())
            {
                throw new TableReadException(TableMessages.TooManyFields(row.Number, row.Cells.Count, plan.Width.Value)) { Row = row.Number, Value = Shown(row.Cells[i].Text) };
            }
        }
    }

    private static string Shown(string text) => text.Length <= ShownCharacters ? text : text[..ShownCharacters];

    private TableCell Misfit(TableRow row, PlannedColumn column, TableCell cell)
    {
        var sheet = plan.Sheet.Name.Length > 0 ? plan.Sheet.Name : null;
        var misfit = new CellMisfit(sheet, row.Number, column, Shown(cell.Text));
        return onMisfit?.Invoke(misfit) == true ? TableCell.Empty : throw new TableReadException(misfit.Text)
        {
            Sheet = sheet,
            Row = row.Number,
            Column = column.Label,
            Value = misfit.Value,
            Expected = column.Type,
        };
    }
}
