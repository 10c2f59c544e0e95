using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>A segment with the documents of it that live in one state of the index.</summary>
internal sealed record SegmentView(Segment Segment, LiveDocuments Live);
