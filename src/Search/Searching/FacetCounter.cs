using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>Counts the values of one field among the hits: by ordinals within a segment, then joined over segments by the bytes of the values.</summary>
internal sealed class FacetCounter(FacetRequest request, int segments) : IDisposable
{
    private readonly SegmentField?[] _fields = new SegmentField?[segments];
    private readonly int[]?[] _counts = new int[]?[segments];
    private readonly Dictionary<long, int> _numbers = [];
    private OrdinalColumn? _ordinals;
    private NumberColumn? _column;
    private int[] _current = [];
    private FieldKind _kind;

    /// <summary>Starts a segment.</summary>
    public void Begin(int segmentIndex, Segment segment)
    {
        _ordinals = null;
        _column = null;
        if (segment.Field(request.Field) is not { } field)
        {
            return;
        }
        _kind = field.Kind;
        if (field.Kind is FieldKind.Date or FieldKind.Number)
        {
            _column = field.Numbers;
            return;
        }
        _fields[segmentIndex] = field;
        _ordinals = field.Ordinals;
        _current = ArrayPool<int>.Shared.Rent(field.TermCount);
        _current.AsSpan(0, field.TermCount).Clear();
        _counts[segmentIndex] = _current;
    }

    /// <summary>Counts hits of the segment that was started.</summary>
    public void Count(ReadOnlySpan<int> docs)
    {
        if (_ordinals is { } ordinals)
        {
            if (ordinals.Starts is { } starts)
            {
                foreach (var doc in docs)
                {
                    foreach (var ordinal in ordinals.Values.AsSpan(starts[doc], starts[doc + 1] - starts[doc]))
                    {
                        _current[ordinal]++;
                    }
                }
                return;
            }
            var first = ordinals.First;
            foreach (var doc in docs)
            {
                if (first[doc] is var ordinal and >= 0)
                {
                    _current[ordinal]++;
                }
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
        var minimum = Math.Max(request.MinimumCount, 1);
        if (_numbers.Count > 0)
        {
            var values = _numbers.Where(n => n.Value >= minimum).OrderByDescending(n => n.Value).ThenBy(n => n.Key);
            return new FacetResult(
                request.Field,
                [.. (request.Limit < 0 ? values : values.Take(request.Limit)).Select(n => new FacetValue(FormatNumber(n.Key), n.Value))]);
        }

        // the segment with most values leads; what others counted is added to it, and what it lacks is kept beside
        var lead = -1;
        for (var i = 0; i < _fields.Length; i++)
        {
            if (_fields[i] is { } field && (lead < 0 || field.TermCount > _fields[lead]!.TermCount))
            {
                lead = i;
            }
        }
        if (lead < 0 || request.Limit == 0)
        {
            return new FacetResult(request.Field, []);
        }
        var others = AddOthersTo(lead);
        return new FacetResult(request.Field, Select(lead, others, minimum));
    }

    public void Dispose()
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] is { } counts)
            {
                ArrayPool<int>.Shared.Return(counts);
                _counts[i] = null;
            }
        }
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

    private Dictionary<string, int> AddOthersTo(int lead)
    {
        var others = new Dictionary<string, int>(StringComparer.Ordinal);
        var leadCounts = _counts[lead]!;
        var leadCursor = new TermCursor();
        var cursor = new TermCursor();
        for (var i = 0; i < _fields.Length; i++)
        {
            if (i == lead || _fields[i] is not { } field)
            {
                continue;
            }
            var counts = _counts[i]!;
            cursor.Reset(field);
            for (var ordinal = 0; ordinal < field.TermCount; ordinal++)
            {
                if (counts[ordinal] == 0)
                {
                    continue;
                }
                cursor.SeekOrdinal(ordinal);
                leadCursor.Reset(_fields[lead]!);
                if (leadCursor.SeekExact(cursor.Term))
                {
                    leadCounts[leadCursor.Ordinal] += counts[ordinal];
                }
                else
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(others, cursor.Text(), out _) += counts[ordinal];
                }
            }
        }
        return others;
    }

    private List<FacetValue> Select(int lead, Dictionary<string, int> others, int minimum)
    {
        var field = _fields[lead]!;
        var counts = _counts[lead].AsSpan(0, field.TermCount);
        var limit = request.Limit < 0 ? int.MaxValue : request.Limit;

        // ordinals are in the order of bytes, so the lower one wins among equals
        var best = new PriorityQueue<(int Ordinal, string? Value, int Count), (int Count, int Ordinal)>(WorstFirst.Instance);
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] < minimum)
            {
                continue;
            }
            if (best.Count < limit)
            {
                best.Enqueue((ordinal, null, counts[ordinal]), (counts[ordinal], ordinal));
            }
            else if (best.TryPeek(out _, out var worst) && counts[ordinal] > worst.Count)
            {
                best.EnqueueDequeue((ordinal, null, counts[ordinal]), (counts[ordinal], ordinal));
            }
        }
        var values = new List<FacetValue>(best.Count + others.Count);
        var cursor = new TermCursor();
        cursor.Reset(field);
        foreach (var (item, _) in best.UnorderedItems)
        {
            cursor.SeekOrdinal(item.Ordinal);
            values.Add(new FacetValue(Encoding.UTF8.GetString(cursor.Term), item.Count));
        }
        values.AddRange(others.Where(o => o.Value >= minimum).Select(o => new FacetValue(o.Key, o.Value)));
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
