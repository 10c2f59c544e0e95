namespace Purbalingga.Search.Searching;

/// <summary>The best hits of one segment, gone through from the best; ordered by the hit it stands at.</summary>
internal sealed class SegmentHits(int segmentIndex, ReadOnlyMemory<(long Rank, int Doc, float Score)> hits, SortColumn[] columns) : IComparable<SegmentHits>
{
    private readonly SortValue[] _values = new SortValue[columns.Length];
    private int _at = -1;

    public int SegmentIndex => segmentIndex;

    public int Doc => hits.Span[_at].Doc;

    public float Score => hits.Span[_at].Score;

    /// <summary>Goes to the next hit.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveNext()
    {
        if (++_at >= hits.Length)
        {
            return false;
        }
        for (var i = 0; i < columns.Length; i++)
        {
            _values[i] = columns[i].Value(Doc, Score);
        }
        return true;
    }

    public int CompareTo(SegmentHits? other)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            var order = _values[i].CompareTo(other!._values[i]);
            if (order != 0)
            {
                return order;
            }
        }
        return SegmentIndex.CompareTo(other!.SegmentIndex);
    }
}
