using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>Counts the values of one field among the hits, in one array over all segments; values that only small segments have are kept beside.</summary>
internal sealed class FacetCounter : IDisposable
{
    private readonly FacetRequest _request;
    private readonly GlobalOrdinals _global;
    private readonly int[] _counts;
    private readonly Dictionary<string, int> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _unknown = [];
    private readonly Dictionary<long, int> _numbers = [];
    private SegmentField? _field;
    private OrdinalColumn? _ordinals;
    private NumberColumn? _column;
    private int[] _map = [];
    private int[]? _local;
    private FieldKind _kind;

    public FacetCounter(FacetRequest request, GlobalOrdinals global)
    {
        _request = request;
        _global = global;
        _counts = ArrayPool<int>.Shared.Rent(global.Count);
        _counts.AsSpan(0, global.Count).Clear();
    }

    /// <summary>Starts a segment.</summary>
    public void Begin(Segment segment)
    {
        EndSegment();
        _field = segment.Field(_request.Field);
        if (_field is null)
        {
            return;
        }
        _kind = _field.Kind;
        if (_kind is FieldKind.Date or FieldKind.Number)
        {
            _column = _field.Numbers;
            return;
        }
        _ordinals = _field.Ordinals;
        _map = _global.MapOf(_field);
    }

    /// <summary>Counts hits of the segment that was started.</summary>
    public void Count(ReadOnlySpan<int> docs)
    {
        if (_ordinals is { } ordinals)
        {
            if (docs.Length * 4 >= _field!.TermCount)
            {
                CountLocally(ordinals, docs);
            }
            else
            {
                CountGlobally(ordinals, docs);
            }
        }
        else if (_column is { } column)
        {
            foreach (var doc in docs)
            {
                CountNumbers(column, doc);
            }
        }
    }

    /// <summary>The values, most frequent first, at equal counts by their bytes.</summary>
    public FacetResult Finish()
    {
        EndSegment();
        var minimum = Math.Max(_request.MinimumCount, 1);
        if (_numbers.Count > 0)
        {
            var values = _numbers.Where(n => n.Value >= minimum).OrderByDescending(n => n.Value).ThenBy(n => n.Key);
            return new FacetResult(
                _request.Field,
                [.. (_request.Limit < 0 ? values : values.Take(_request.Limit)).Select(n => new FacetValue(FormatNumber(n.Key), n.Value))]);
        }
        return new FacetResult(_request.Field, _request.Limit == 0 ? [] : Select(minimum));
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_counts);

    // Many hits: first by the segment's own ordinals, which lie closer together; brought over at the end of the segment
    private void CountLocally(OrdinalColumn ordinals, ReadOnlySpan<int> docs)
    {
        if (_local is null)
        {
            _local = ArrayPool<int>.Shared.Rent(_field!.TermCount);
            _local.AsSpan(0, _field.TermCount).Clear();
        }
        var counts = _local;
        if (ordinals.Starts is { } starts)
        {
            var values = ordinals.Values!;
            foreach (var doc in docs)
            {
                var end = starts[doc + 1];
                for (var i = starts[doc]; i < end; i++)
                {
                    counts[values[i]]++;
                }
            }
            return;
        }
        var first = ordinals.First;
        foreach (var doc in docs)
        {
            var ordinal = first[doc];
            if (ordinal >= 0)
            {
                counts[ordinal]++;
            }
        }
    }

    private void CountGlobally(OrdinalColumn ordinals, ReadOnlySpan<int> docs)
    {
        foreach (var doc in docs)
        {
            if (ordinals.Starts is { } starts)
            {
                for (var i = starts[doc]; i < starts[doc + 1]; i++)
                {
                    Add(ordinals.Values![i], 1);
                }
            }
            else if (ordinals.First[doc] is var ordinal and >= 0)
            {
                Add(ordinal, 1);
            }
        }
    }

    private void Add(int ordinal, int count)
    {
        var number = _map[ordinal];
        if (number >= 0)
        {
            _counts[number] += count;
        }
        else
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_unknown, ordinal, out _) += count;
        }
    }

    private void EndSegment()
    {
        if (_local is { } local)
        {
            for (var ordinal = 0; ordinal < _field!.TermCount; ordinal++)
            {
                if (local[ordinal] > 0)
                {
                    Add(ordinal, local[ordinal]);
                }
            }
            ArrayPool<int>.Shared.Return(local);
            _local = null;
        }
        if (_unknown.Count > 0)
        {
            var cursor = new TermCursor();
            cursor.Reset(_field!);
            foreach (var (ordinal, count) in _unknown)
            {
                cursor.SeekOrdinal(ordinal);
                CollectionsMarshal.GetValueRefOrAddDefault(_others, cursor.Text(), out _) += count;
            }
            _unknown.Clear();
        }
        _field = null;
        _ordinals = null;
        _column = null;
    }

    private void CountNumbers(NumberColumn column, int doc)
    {
        if (column.Others is { } others && others.TryGetValue(doc, out var several))
        {
            foreach (var value in several.Distinct())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_numbers, value, out _)++;
            }
        }
        else if (column.Has(doc))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_numbers, column.First[doc], out _)++;
        }
    }

    private string FormatNumber(long value) => _kind == FieldKind.Number
        ? value.ToString(CultureInfo.InvariantCulture)
        : DateTime.UnixEpoch.AddMilliseconds(value).ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    private List<FacetValue> Select(int minimum)
    {
        var counts = _counts.AsSpan(0, _global.Count);
        var limit = _request.Limit < 0 ? int.MaxValue : _request.Limit;

        // ordinals are in the order of bytes, so the lower one wins among equals
        var best = new PriorityQueue<int, (int Count, int Ordinal)>(WorstFirst.Instance);
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] < minimum)
            {
                continue;
            }
            if (best.Count < limit)
            {
                best.Enqueue(ordinal, (counts[ordinal], ordinal));
            }
            else if (best.TryPeek(out _, out var worst) && counts[ordinal] > worst.Count)
            {
                best.EnqueueDequeue(ordinal, (counts[ordinal], ordinal));
            }
        }
        var values = new List<FacetValue>(best.Count + _others.Count);
        var cursor = new TermCursor();
        foreach (var (ordinal, (count, _)) in best.UnorderedItems)
        {
            _global.Seek(ordinal, cursor);
            values.Add(new FacetValue(cursor.Text(), count));
        }
        values.AddRange(_others.Where(o => o.Value >= minimum).Select(o => new FacetValue(o.Key, o.Value)));
        values.Sort((x, y) => x.Count != y.Count ? y.Count.CompareTo(x.Count) : Utf8Order.Instance.Compare(x.Value, y.Value));
        if (values.Count > limit)
        {
            values.RemoveRange(limit, values.Count - limit);
        }
        return values;
    }

    private sealed class WorstFirst : IComparer<(int Count, int Ordinal)>
    {
        public static WorstFirst Instance { get; } = new();

        public int Compare((int Count, int Ordinal) x, (int Count, int Ordinal) y) =>
            x.Count != y.Count ? x.Count.CompareTo(y.Count) : y.Ordinal.CompareTo(x.Ordinal);
    }
}
