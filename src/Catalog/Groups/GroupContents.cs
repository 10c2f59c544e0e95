namespace Purbalingga.Catalog.Groups;

/// <summary>Datasets of one organization or group, as far as somebody may see them.</summary>
/// <param name="Count">All of them.</param>
/// <param name="Newest">The rendered datasets that were changed last; empty when they were not asked for.</param>
internal sealed record GroupContents(int Count, IReadOnlyList<ReadOnlyMemory<byte>> Newest);
