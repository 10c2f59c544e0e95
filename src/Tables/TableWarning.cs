namespace Purbalingga.Tables;

/// <summary>Something in a file that was read all the same, but that its owner should know.</summary>
/// <param name="Text">What was found and what was done.</param>
public sealed record TableWarning(TableMessage Text)
{
    /// <summary>Row as in the file, 1-based; null when no single row is meant.</summary>
    public int? Row { get; init; }

    /// <summary>Label of the column; null when no single column is meant.</summary>
    public string? Column { get; init; }
}
