using System.Collections.Concurrent;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>Keeps the global numbering of each faceted field until the large segments change. Safe for several threads.</summary>
internal sealed class GlobalOrdinalsCache
{
    // Smaller segments come and go with single changes and would make every numbering short-lived
    private const int SmallestSegment = 1024;

    // Callers may facet on any field name
    private const int MaxFields = 200;

    private readonly ConcurrentDictionary<string, GlobalOrdinals> _byField = new(StringComparer.Ordinal);

    public GlobalOrdinals Get(IndexSnapshot snapshot, string field)
    {
        var segments = snapshot.LargeSegments(SmallestSegment);
        if (_byField.TryGetValue(field, out var known) && known.IsOf(segments))
        {
            return known;
        }
        var made = GlobalOrdinals.Build(segments, field);
        if (_byField.Count < MaxFields || _byField.ContainsKey(field))
        {
            _byField[field] = made;
        }
        return made;
    }

    /// <summary>Lets go of segments that are no longer in the index.</summary>
    public void Forget(IReadOnlyCollection<Segment> segments)
    {
        if (segments.Any(s => s.Documents >= SmallestSegment))
        {
            _byField.Clear();
        }
    }
}
