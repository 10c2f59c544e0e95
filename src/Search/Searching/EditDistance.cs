namespace Purbalingga.Search.Searching;

/// <summary>
/// Counts letters added, left out, changed or swapped with their neighbour between a fixed word and others, up to a limit. Words
/// that follow each other in a dictionary share their beginnings, and the work on what they share is done once.
/// </summary>
internal sealed class EditDistance
{
    private readonly int[] _word;
    private readonly int _limit;

    // Row n: distances between the first n letters of the other word and each beginning of this one
    private readonly List<int[]> _rows = [];
    private readonly List<int> _letters = [];

    // Rows from this one on are over the limit everywhere; no longer beginning can be near
    private int _deadFrom = int.MaxValue;

    public EditDistance(int[] word, int limit)
    {
        _word = word;
        _limit = limit;
        _rows.Add([.. Enumerable.Range(0, word.Length + 1)]);
    }

    /// <summary>If the last word was too far already after so many letters, how many; else 0. All words that begin with these letters are too far.</summary>
    public int DeadLetters => _deadFrom == int.MaxValue ? 0 : _deadFrom;

    /// <summary>Forgets the word before, as at the start of another dictionary.</summary>
    public void Restart()
    {
        _letters.Clear();
        _deadFrom = int.MaxValue;
    }

    /// <summary>Distance to another word.</summary>
    /// <returns>More than the limit when it is more, not necessarily how much.</returns>
    public int To(ReadOnlySpan<int> other)
    {
        var shared = 0;
        while (shared < _letters.Count && shared < other.Length && _letters[shared] == other[shared])
        {
            shared++;
        }
        _letters.RemoveRange(shared, _letters.Count - shared);
        if (_deadFrom <= shared)
        {
            return _limit + 1;
        }
        _deadFrom = int.MaxValue;
        for (var at = shared + 1; at <= other.Length; at++)
        {
            _letters.Add(other[at - 1]);
            if (Row(at) > _limit)
            {
                _deadFrom = at;
                return _limit + 1;
            }
        }
        return _rows[other.Length][_word.Length];
    }

    // Fills a row from the ones before and tells its smallest distance
    private int Row(int at)
    {
        if (_rows.Count <= at)
        {
            _rows.Add(new int[_word.Length + 1]);
        }
        var row = _rows[at];
        var last = _rows[at - 1];
        row.AsSpan().Fill(_limit + 1);
        row[0] = at;
        var best = at;
        for (var i = Math.Max(1, at - _limit); i <= Math.Min(_word.Length, at + _limit); i++)
        {
            var same = _word[i - 1] == _letters[at - 1];
            var cost = Math.Min(Math.Min(last[i] + 1, row[i - 1] + 1), last[i - 1] + (same ? 0 : 1));
            if (i > 1 && at > 1 && _word[i - 1] == _letters[at - 2] && _word[i - 2] == _letters[at - 1])
            {
                cost = Math.Min(cost, _rows[at - 2][i - 2] + 1);
            }
            row[i] = cost;
            best = Math.Min(best, cost);
        }
        return best;
    }
}
