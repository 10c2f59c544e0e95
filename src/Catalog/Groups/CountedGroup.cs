namespace Purbalingga.Catalog.Groups;

/// <summary>A row of <see cref="GroupDatasets.WithCounts"/>.</summary>
internal sealed class CountedGroup
{
    public required Group Group { get; init; }

    /// <summary>Active public datasets.</summary>
    public required int Count { get; init; }
}
