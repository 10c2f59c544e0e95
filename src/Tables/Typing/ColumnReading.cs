namespace Purbalingga.Tables.Typing;

/// <summary>How the cells of a column are turned into typed cells.</summary>
/// <param name="Type">The column's type.</param>
/// <param name="Style">The one reading of its texts.</param>
/// <param name="Unit"><c>%</c> when every text carries it.</param>
internal sealed record ColumnReading(ColumnType Type, Readings Style, string? Unit)
{
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
            ColumnType.Boolean => BooleanText.TryParse(text, out var flag) ? TableCell.OfBoolean(flag, cell.Text) : cell,
            ColumnType.Date => DateText.TryParse(text, Style, out var day) ? TableCell.OfDate(DateOnly.FromDateTime(day), cell.Text) : cell,
            _ => DateText.TryParse(text, Style, out var moment) ? TableCell.OfDateTime(moment, cell.Text) : cell,
        };
    }

    /// <summary>Typed cells of the file in a column of another type: days among moments are moments, anything in a text column is its text.</summary>
    private TableCell Settle(TableCell cell) => (Type, cell.Kind) switch
    {
        (_, CellKind.Empty or CellKind.Error) => TableCell.Empty,
        (ColumnType.DateTime, CellKind.Date) => TableCell.OfDateTime(cell.DateTime),
        (ColumnType.Text, not CellKind.Text) => TableCell.OfText(cell.Text),
        _ => cell,
    };
}
