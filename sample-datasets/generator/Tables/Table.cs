namespace Purbalingga.Samples.Tables;

/// <summary>Column names and rows; a cell is a text, a whole number, a decimal, a date or null.</summary>
internal sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)
{
    public static Table Of(string columns, IEnumerable<object?[]> rows) => new(columns.Split(' '), [.. rows]);

    /// <summary>Sum of a column of numbers; empty cells count nothing.</summary>
    public decimal Sum(string column)
    {
        var at = Columns.ToList().IndexOf(column);
        return Rows.Sum(r => r[at] is null ? 0 : Convert.ToDecimal(r[at], Numbers.Plain));
    }
}
