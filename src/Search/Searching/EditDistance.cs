namespace Purbalingga.Search.Searching;

/// <summary>Counts letters added, left out, changed or swapped with their neighbour between a fixed word and others, up to a limit.</summary>
internal sealed class EditDistance(int[] word, int limit)
{
    private int[] _before = new int[word.Length + 1];
    private int[] _last = new int[word.Length + 1];
    private int[] _row = new int[word.Length + 1];

    /// <summary>Distance to another word.</summary>
    /// <returns>More than the limit when it is more, not necessarily how much.</returns>
    public int To(ReadOnlySpan<int> other)
    {
        for (var i = 0; i < _last.Length; i++)
        {
            _last[i] = i;
        }
        for (var at = 1; at <= other.Length; at++)
        {
            _row.AsSpan().Fill(limit + 1);
            _row[0] = at;
            var best = at;
            for (var i = Math.Max(1, at - limit); i <= Math.Min(word.Length, at + limit); i++)
            {
                var same = word[i - 1] == other[at - 1];
                var cost = Math.Min(Math.Min(_last[i] + 1, _row[i - 1] + 1), _last[i - 1] + (same ? 0 : 1));
                if (i > 1 && at > 1 && word[i - 1] == other[at - 2] && word[i - 2] == other[at - 1])
                {
                    cost = Math.Min(cost, _before[i - 2] + 1);
                }
                _row[i] = cost;
                best = Math.Min(best, cost);
            }
            if (best > limit)
            {
                return limit + 1;
            }
            (_before, _last, _row) = (_last, _row, _before);
        }
        return _last[word.Length];
    }
}
