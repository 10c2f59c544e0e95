using System.Runtime.CompilerServices;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>
/// Keeps the documents that a filter lets through, by filter and segment. Deletions are not in them, so they stay true while
/// the segment exists, whatever else changes. Least recently used go first. Safe for several threads.
/// </summary>
internal sealed class FilterCache(long capacity)
{
    // Smaller segments are soon merged away and quickly searched
    private const int SmallestSegment = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<Key, LinkedListNode<(Key Key, ulong[] Bits)>> _entries = [];
    private readonly LinkedList<(Key Key, ulong[] Bits)> _byUse = new();
    private long _bytes;

    public bool TryGet(Segment segment, string filter, out ulong[] bits)
    {
        bits = [];
        if (segment.Documents < SmallestSegment)
        {
            return false;
        }
        lock (_lock)
        {
            if (!_entries.TryGetValue(new Key(segment, filter), out var entry))
            {
                return false;
            }
            _byUse.Remove(entry);
            _byUse.AddFirst(entry);
            bits = entry.Value.Bits;
            return true;
        }
    }

    public void Put(Segment segment, string filter, ulong[] bits)
    {
        if (segment.Documents < SmallestSegment || SizeOf(filter, bits) > capacity)
        {
            return;
        }
        var key = new Key(segment, filter);
        lock (_lock)
        {
            if (_entries.ContainsKey(key))
            {
                return;
            }
            _entries.Add(key, _byUse.AddFirst((key, bits)));
            _bytes += SizeOf(filter, bits);
            while (_bytes > capacity)
            {
                Remove(_byUse.Last!);
            }
        }
    }

    /// <summary>Forgets everything of segments that are no longer in the index.</summary>
    public void Forget(IReadOnlyCollection<Segment> segments)
    {
        lock (_lock)
        {
            for (var entry = _byUse.First; entry is not null;)
            {
                var next = entry.Next;
                if (segments.Contains(entry.Value.Key.Segment))
                {
                    Remove(entry);
                }
                entry = next;
            }
        }
    }

    private static long SizeOf(string filter, ulong[] bits) => (bits.Length * 8L) + (filter.Length * 2L) + 200;

    private void Remove(LinkedListNode<(Key Key, ulong[] Bits)> entry)
    {
        _byUse.Remove(entry);
        _entries.Remove(entry.Value.Key);
        _bytes -= SizeOf(entry.Value.Key.Filter, entry.Value.Bits);
    }

    private readonly record struct Key(Segment Segment, string Filter)
    {
        public bool Equals(Key other) => ReferenceEquals(Segment, other.Segment) && Filter == other.Filter;

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Segment), Filter.GetHashCode(StringComparison.Ordinal));
    }
}
