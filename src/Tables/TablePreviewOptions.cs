namespace Purbalingga.Tables;

/// <summary>How much of a table is shown and counted.</summary>
public sealed record TablePreviewOptions
{
    public static TablePreviewOptions Default { get; } = new();

    /// <summary>Rows given in the preview.</summary>
    public int MaxRows { get; init; } = 50;

    /// <summary>Rows read to count them and to find the columns' types; beyond it the total is unknown.</summary>
    public int CountUpTo { get; init; } = 100_000;

    public TableReadOptions Read { get; init; } = TableReadOptions.Default;

    public TableFindOptions Find { get; init; } = TableFindOptions.Default;
}
