namespace Purbalingga.Search.Searching;

/// <summary>The best hits of one segment: a heap with the worst of them on top.</summary>
internal sealed class TopHits(int capacity, SortColumn[] columns, long[] buffer)
{
    private (long Rank, int Doc, float Score)[] _heap = new (long, int, float)[Math.Min(capacity, 64)];
    private int _count;

    /// <summary>Hits kept.</summary>
    public int Count => _count;

    /// <summary>The hits kept, best first.</summary>
    public (long Rank, int Doc, float Score)[] InOrder()
    {
        var hits = _heap[.._count];
        Array.Sort(hits, (x, y) => IsWorse(x, y) ? 1 : IsWorse(y, x) ? -1 : 0);
        return hits;
    }

    /// <summary>Offers hits of one window, ascending by document.</summary>
    /// <param name="scores">Scores by place in the window; null when there are none.</param>
    /// <param name="start">First document of the window.</param>
    public void Offer(ReadOnlySpan<int> docs, float[]? scores, int start)
    {
        var ranks = buffer.AsSpan(0, docs.Length);
        if (columns.Length > 0)
        {
            columns[0].Rank(docs, scores, start, ranks);
        }
        else
        {
            ranks.Clear();
        }
        for (var i = 0; i < docs.Length; i++)
        {
            if (_count == capacity && ranks[i] > _heap[0].Rank)
            {
                continue;
            }
            Offer((ranks[i], docs[i], scores is null ? 0f : scores[docs[i] - start]));
        }
    }

    private void Offer((long Rank, int Doc, float Score) hit)
    {
        if (_count < capacity)
        {
            if (_count == _heap.Length)
            {
                Array.Resize(ref _heap, Math.Min(capacity, _count * 2));
            }
            var at = _count++;
            while (at > 0 && IsWorse(hit, _heap[(at - 1) / 2]))
            {
                _heap[at] = _heap[(at - 1) / 2];
                at = (at - 1) / 2;
            }
            _heap[at] = hit;
        }
        else if (IsWorse(_heap[0], hit))
        {
            SiftDown(hit);
        }
    }

    private void SiftDown((long Rank, int Doc, float Score) hit)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _count)
            {
                break;
            }
            if (child + 1 < _count && IsWorse(_heap[child + 1], _heap[child]))
            {
                child++;
            }
            if (!IsWorse(_heap[child], hit))
            {
                break;
            }
            _heap[at] = _heap[child];
            at = child;
        }
        _heap[at] = hit;
    }

    private bool IsWorse((long Rank, int Doc, float Score) hit, (long Rank, int Doc, float Score) than)
    {
        if (hit.Rank != than.Rank)
        {
            return hit.Rank > than.Rank;
        }
        for (var i = 1; i < columns.Length; i++)
        {
            var first = columns[i].Rank(hit.Doc, hit.Score);
            var second = columns[i].Rank(than.Doc, than.Score);
            if (first != second)
            {
                return first > second;
            }
        }
        return hit.Doc > than.Doc;
    }
}
