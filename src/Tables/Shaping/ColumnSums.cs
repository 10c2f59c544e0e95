using Purbalingga.Tables.Typing;

namespace Purbalingga.Tables.Shaping;

/// <summary>Sums of the columns so far, by which a row of totals is told from a row that is only called so.</summary>
internal sealed class ColumnSums(int[] sourceColumns)
{
    /// <summary>Longer tables are registers; their rows are not worth a second parsing.</summary>
    private const int MaxRows = 5_000;

    private readonly (double Indonesian, double English)[] _sums = new (double, double)[sourceColumns.Length];
    private int _rows;

    public void Add(TableRow row)
    {
        if (++_rows > MaxRows)
        {
            return;
        }

        for (var i = 0; i < _sums.Length; i++)
        {
            var cell = row.At(sourceColumns[i]);
            _sums[i].Indonesian += Value(cell, Readings.Indonesian) ?? 0;
            _sums[i].English += Value(cell, Readings.English) ?? 0;
        }
    }

    /// <summary>Whether a number in the row is the sum of those above it, but for rounding.</summary>
    /// <param name="row">As in the file.</param>
    /// <param name="orMean">Whether their mean will do as well.</param>
    public bool Explain(TableRow row, bool orMean)
    {
        if (_rows is < 2 or > MaxRows)
        {
            return false;
        }

        for (var i = 0; i < _sums.Length; i++)
        {
            var cell = row.At(sourceColumns[i]);
            if (IsSum(Value(cell, Readings.Indonesian), _sums[i].Indonesian, orMean) || IsSum(Value(cell, Readings.English), _sums[i].English, orMean))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSum(double? value, double sum, bool orMean) =>
        value is { } number && sum != 0 && (Near(number, sum) || (orMean && Near(number, sum / _rows)));

    private static bool Near(double a, double b) => Math.Abs(a - b) <= Math.Max(0.005, Math.Abs(b) * 0.0005);

    private static double? Value(TableCell cell, Readings style) => cell.Kind switch
    {
        CellKind.Number => cell.Number,
        CellKind.Text when NumberText.TryParse(cell.Text, style, out var number) => number,
        // 12.5 is a number in no Indonesian text
        CellKind.Text when style == Readings.English && NumberText.TryParse(cell.Text, Readings.DotDecimal, out var number) => number,
        _ => null,
    };
}
