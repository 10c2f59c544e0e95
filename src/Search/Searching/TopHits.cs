using System.Buffers;

namespace Purbalingga.Search.Searching;

/// <summary>
/// The best hits of one segment. Up to twice as many as wanted are gathered, then the worse half is dropped: each hit costs the same however
/// deep the page lies. Dispose gives the memory back.
/// </summary>
internal sealed class TopHits : IComparer<(long Rank, int Doc, float Score)>, IDisposable
{
    private const int Smallest = 128;

    private readonly int _capacity;
    private readonly SortColumn[] _columns;
    private readonly long[] _ranks;
    private (long Rank, int Doc, float Score)[] _hits;
    private int _count;
    private long _worst = long.MaxValue;

    /// <summary>Prepares for a segment.</summary>
    /// <param name="capacity">Hits wanted, at least 1.</param>
    /// <param name="ranks">Working memory for a window of documents.</param>
    public TopHits(int capacity, SortColumn[] columns, long[] ranks)
    {
        _capacity = capacity;
        _columns = columns;
        _ranks = ranks;
        _hits = ArrayPool<(long, int, float)>.Shared.Rent(Smallest);
    }

    /// <summary>The best hits in order, as many as wanted; valid until this is disposed.</summary>
    public ReadOnlyMemory<(long Rank, int Doc, float Score)> InOrder()
    {
        if (_count > _capacity)
        {
            Drop();
        }
        Array.Sort(_hits, 0, _count, this);
        return _hits.AsMemory(0, _count);
    }

    /// <summary>Offers hits of one window, ascending by document.</summary>
    /// <param name="scores">Scores by place in the window; null when there are none.</param>
    /// <param name="start">First document of the window.</param>
    public void Offer(ReadOnlySpan<int> docs, float[]? scores, int start)
    {
        var ranks = _ranks.AsSpan(0, docs.Length);
        if (_columns.Length > 0)
        {
            _columns[0].Rank(docs, scores, start, ranks);
        }
        else
        {
            ranks.Clear();
            if (_count >= _capacity)
            {
                return; // without a sort the first documents are the best
            }
        }
        for (var i = 0; i < docs.Length; i++)
        {
            if (ranks[i] > _worst)
            {
                continue;
            }
            if (_count == _hits.Length)
            {
                Grow();
            }
            _hits[_count++] = (ranks[i], docs[i], scores is null ? 0f : scores[docs[i] - start]);
            if (_count >= 2L * _capacity && _count >= Smallest)
            {
                Drop();
            }
        }
    }

    /// <inheritdoc/>
    public int Compare((long Rank, int Doc, float Score) x, (long Rank, int Doc, float Score) y)
    {
        if (x.Rank != y.Rank)
        {
            return x.Rank < y.Rank ? -1 : 1;
        }
        for (var i = 1; i < _columns.Length; i++)
        {
            var first = _columns[i].Rank(x.Doc, x.Score);
            var second = _columns[i].Rank(y.Doc, y.Score);
            if (first != second)
            {
                return first < second ? -1 : 1;
            }
        }
        return x.Doc.CompareTo(y.Doc);
    }

    public void Dispose()
    {
        ArrayPool<(long, int, float)>.Shared.Return(_hits);
        _hits = [];
        _count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<(long, int, float)>.Shared.Rent(_hits.Length * 2);
        _hits.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<(long, int, float)>.Shared.Return(_hits);
        _hits = larger;
    }

    /// <summary>Keeps the best hits, in no order: Hoare's selection.</summary>
    private void Drop()
    {
        var hits = _hits;
        var low = 0;
        var high = _count - 1;
        var last = _capacity - 1;
        while (low < high)
        {
            var pivot = hits[low + ((high - low) / 2)];
            var left = low;
            var right = high;
            while (left <= right)
            {
                while (Compare(hits[left], pivot) < 0)
                {
                    left++;
                }
                while (Compare(hits[right], pivot) > 0)
                {
                    right--;
                }
                if (left <= right)
                {
                    (hits[left], hits[right]) = (hits[right], hits[left]);
                    left++;
                    right--;
                }
            }
            if (last <= right)
            {
                high = right;
            }
            else if (last >= left)
            {
                low = left;
            }
            else
            {
                break;
            }
        }
        _count = _capacity;
        _worst = hits[last].Rank;
    }
}
