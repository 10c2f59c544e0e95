namespace Purbalingga.Catalog.Datasets;

/// <summary>A rendered dataset as readers get it; shared and immutable.</summary>
/// <param name="Labels">A reader needs one of these.</param>
/// <param name="Json">CKAN's dataset dictionary, UTF-8.</param>
public sealed record CachedDocument(string Id, string Name, long Sequence, string State, IReadOnlyList<string> Labels, ReadOnlyMemory<byte> Json)
{
    public static CachedDocument From(DatasetDocument document) => new(
        document.Id, document.Name, document.Sequence, document.State,
        document.Labels.Split(' ', StringSplitOptions.RemoveEmptyEntries), document.Json);
}
