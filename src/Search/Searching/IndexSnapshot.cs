using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>One state of an index. Immutable, so that a search sees one state from its start to its end.</summary>
internal sealed class IndexSnapshot
{
    private Segment[]? _large;

    public IndexSnapshot(IReadOnlyList<SegmentView> segments, long sequence, long generation)
    {
        Segments = segments;
        Sequence = sequence;
        Generation = generation;
        Count = segments.Sum(s => s.Live.Count);
    }

    /// <summary>Segments in the order in which their documents were last indexed.</summary>
    public IReadOnlyList<SegmentView> Segments { get; }

    public long Sequence { get; }

    public long Generation { get; }

    public int Count { get; }

    /// <summary>Segments of at least so many documents.</summary>
    public Segment[] LargeSegments(int documents) => _large ??= [.. Segments.Select(s => s.Segment).Where(s => s.Documents >= documents)];
}
