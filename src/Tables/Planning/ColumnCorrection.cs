namespace Purbalingga.Tables.Planning;

/// <summary>What an operator put right about one column. Everything left null stays as found.</summary>
/// <param name="Column">Id or label of the column as detection finds it; a column that is not there any more is passed over.</param>
public sealed record ColumnCorrection(string Column)
{
    /// <summary>Wanted id; made clean and unique.</summary>
    public string? Id { get; init; }

    public string? Label { get; init; }

    /// <summary>Wanted type; a value that is none is an error on reading.</summary>
    public ColumnType? Type { get; init; }

    /// <summary>How its texts are written; only counts with <see cref="Type"/>. Null for the form that most values fit.</summary>
    public ColumnForm? Form { get; init; }

    public bool LeaveOut { get; init; }
}
