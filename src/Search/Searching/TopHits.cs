namespace Purbalingga.Search.Searching;

/// <summary>The best hits of one segment: a heap with the worst of them on top.</summary>
internal sealed class TopHits(int capacity, SortColumn[] columns)
{
    private (long Rank, int Doc, float Score)[] _heap = new (long, int, float)[Math.Min(capacity, 64)];
    private int _count;

    /// <summary>Hits kept, in no particular order.</summary>
    public ReadOnlySpan<(long Rank, int Doc, float Score)> Hits => _heap.AsSpan(0, _count);

    /// <summary>Offers a hit; documents come in ascending order.</summary>
    public void Offer(int doc, float score)
    {
        var hit = (columns[0].Rank(doc, score), doc, score);
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
            return;
        }
        if (!IsWorse(_heap[0], hit))
        {
            return;
        }
        SiftDown(hit);
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
