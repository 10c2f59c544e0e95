namespace Purbalingga.Tables.Typing;

/// <summary>How the cells of a column are turned into typed cells.</summary>
/// <param name="Type">The column's type.</param>
/// <param name="Style">The one reading of its texts.</param>
/// <param name="Unit"><c>%</c> when every text carries it.</param>
internal sealed record ColumnReading(ColumnType Type, Readings Style, string? Unit)
{
    private static readonly DateTime Epoch = new(1899, 12, 30);

    /// <summary>Whether another reading fits every value seen just as well, so that more rows could decide otherwise.</summary>
    public bool IsGuess { get; init; }

    public static ColumnReading Text { get; } = new(ColumnType.Text, Readings.None, null);

    /// <summary>The cell in the column's type; a missing value is empty; what does not fit stays the text it is.</summary>
    public TableCell Apply(TableCell cell)
    {
        if (cell.Kind != CellKind.Text || Type == ColumnType.Text)
        {
            return Settle(cell);
        }

        var text = cell.Text.AsSpan().Trim();
        if (MissingText.Is(text))
        {
            return TableCell.Empty;
        }

        return Type switch
        {
            ColumnType.Integer or ColumnType.Number => NumberText.TryParse(text, Style, out var number) ? TableCell.OfNumber(number, cell.Text) : cell,
            ColumnType.Boolean => BooleanText.TryParse(text, out var flag) ? TableCell.OfBoolean(flag, cell.Text) : OfDigit(text, cell),
            ColumnType.Date => DateText.TryParse(text, Style, out var day) ? TableCell.OfDate(DateOnly.FromDateTime(day), cell.Text) : OfSerial(text, cell),
            _ => DateText.TryParse(text, Style, out var moment) ? TableCell.OfDateTime(moment, cell.Text) : cell,
        };
    }

    /// <summary>Whether a cell that <see cref="Apply"/> gave is of the column's type.</summary>
    public bool Holds(TableCell cell) => cell.Kind switch
    {
        CellKind.Empty => true,
        CellKind.Number => Type == ColumnType.Number || (Type == ColumnType.Integer && Math.Floor(cell.Number) == cell.Number && Math.Abs(cell.Number) < 1e15),
        CellKind.Text => Type == ColumnType.Text,
        CellKind.Date => Type == ColumnType.Date,
        CellKind.DateTime => Type == ColumnType.DateTime,
        CellKind.Boolean => Type == ColumnType.Boolean,
        _ => false,
    };

    /// <summary>Typed cells of the file in a column of another type: days among moments are moments, anything in a text column is its text.</summary>
    private TableCell Settle(TableCell cell) => (Type, cell.Kind) switch
    {
        (_, CellKind.Empty or CellKind.Error) => TableCell.Empty,
        (ColumnType.DateTime, CellKind.Date) => TableCell.OfDateTime(cell.DateTime),
        (ColumnType.Date, CellKind.DateTime) when cell.DateTime.TimeOfDay == TimeSpan.Zero => TableCell.OfDate(DateOnly.FromDateTime(cell.DateTime)),
        (ColumnType.Date, CellKind.Number) => OfSerial(cell),
        (ColumnType.Boolean, CellKind.Number) when cell.Number is 0 or 1 => TableCell.OfBoolean(cell.Number == 1, cell.Text),
        (ColumnType.Text, not CellKind.Text) => TableCell.OfText(cell.Text),
        _ => cell,
    };

    private static TableCell OfDigit(ReadOnlySpan<char> text, TableCell cell) => text is "0" or "1" ? TableCell.OfBoolean(text[0] == '1', cell.Text) : cell;

    /// <summary>A day that stands as the number of days since 1900, as Excel keeps it.</summary>
    private static TableCell OfSerial(ReadOnlySpan<char> text, TableCell cell) =>
        text.Length == 5 && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var days)
            ? TableCell.OfDate(DateOnly.FromDateTime(Epoch.AddDays(days)), cell.Text) : cell;

    private static TableCell OfSerial(TableCell cell) => cell.Number is >= 61 and < 2_958_466
        ? TableCell.OfDate(DateOnly.FromDateTime(Epoch.AddDays(cell.Number)), cell.Text)
        : cell;
}
