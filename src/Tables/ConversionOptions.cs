namespace Purbalingga.Tables;

/// <summary>How a file is read, where its table is looked for and how it is written.</summary>
public sealed record ConversionOptions
{
    public TableReadOptions Read { get; init; } = TableReadOptions.Default;

    public TableFindOptions Find { get; init; } = TableFindOptions.Default;

    public TableWriteOptions Write { get; init; } = TableWriteOptions.Default;
}
