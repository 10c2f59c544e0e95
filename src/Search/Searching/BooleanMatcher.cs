using System.Numerics;

namespace Purbalingga.Search.Searching;

/// <summary>Required, optional and excluded clauses; scores add up.</summary>
internal sealed class BooleanMatcher : Matcher
{
    private readonly Matcher[] _must;
    private readonly Matcher[] _should;
    private readonly Matcher[] _mustNot;
    private readonly int _minimumShould;
    private readonly bool _scores;
    private readonly WindowPool _pool;
    private readonly byte[]? _counts;

    /// <summary>Prepares a boolean query with at least one required or optional clause.</summary>
    /// <param name="minimumShould">Optional clauses that must match; at least 1 when nothing is required.</param>
    public BooleanMatcher(List<Matcher> must, List<Matcher> should, List<Matcher> mustNot, int minimumShould, bool scores, WindowPool pool)
    {
        _must = [.. must.OrderBy(m => m.Cost)];
        _should = [.. should];
        _mustNot = [.. mustNot];
        _minimumShould = minimumShould;
        _scores = scores;
        _pool = pool;
        _counts = minimumShould > 1 ? new byte[Window.Size] : null;
        Cost = _must.Length > 0 ? _must[0].Cost : _should.Sum(m => m.Cost);
    }

    public override long Cost { get; }

    public override int Next(int from)
    {
        if (_must.Length == 0)
        {
            var first = End;
            foreach (var clause in _should)
            {
                first = Math.Min(first, clause.Next(from));
            }
            return first;
        }
        // only the window matters here: documents are compared when it is filled
        var at = from;
        for (var i = 0; i < _must.Length;)
        {
            var next = _must[i].Next(at);
            if (next == End)
            {
                return End;
            }
            if (next / Window.Size == at / Window.Size || i == 0)
            {
                at = Math.Max(at, next);
                i++;
                continue;
            }
            at = next / Window.Size * Window.Size;
            i = 0;
        }
        return at;
    }

    public override void Fill(Window window)
    {
        var part = _pool.Rent();
        if (_must.Length > 0)
        {
            _must[0].Fill(window);
            And(window, window.Mask);
            for (var i = 1; i < _must.Length && !window.IsEmpty(); i++)
            {
                part.Start(window.Base, window.Bits);
                _must[i].Fill(part);
                And(window, part.Bits);
                if (_scores)
                {
                    AddScores(window, part, window.Bits);
                }
            }
        }
        if (_should.Length > 0 && (_must.Length == 0 || ((_scores || _minimumShould > 0) && !window.IsEmpty())))
        {
            FillShould(window, part);
        }
        for (var i = 0; i < _mustNot.Length && !window.IsEmpty(); i++)
        {
            part.Start(window.Base, window.Bits);
            _mustNot[i].Fill(part);
            for (var word = 0; word < Window.Words; word++)
            {
                window.Bits[word] &= ~part.Bits[word];
            }
        }
        _pool.Return(part);
    }

    private void FillShould(Window window, Window part)
    {
        var any = _must.Length == 0 ? window : _pool.Rent();
        if (!ReferenceEquals(any, window))
        {
            any.Start(window.Base, window.Bits);
        }
        _counts?.AsSpan().Clear();
        foreach (var clause in _should)
        {
            part.Start(window.Base, _must.Length == 0 ? window.Mask : window.Bits);
            clause.Fill(part);
            And(part, part.Mask);
            if (_counts is not null)
            {
                Count(part);
            }
            if (_scores)
            {
                if (_must.Length == 0)
                {
                    MergeScores(window, part);
                }
                else
                {
                    AddScores(window, part, part.Bits);
                }
            }
            for (var word = 0; word < Window.Words; word++)
            {
                any.Bits[word] |= part.Bits[word];
            }
        }
        if (_counts is not null)
        {
            KeepCounted(any);
        }
        if (!ReferenceEquals(any, window))
        {
            if (_minimumShould > 0)
            {
                And(window, any.Bits);
            }
            _pool.Return(any);
        }
    }

    private void Count(Window part)
    {
        for (var word = 0; word < Window.Words; word++)
        {
            for (var rest = part.Bits[word]; rest != 0; rest &= rest - 1)
            {
                ref var count = ref _counts![(word * 64) + BitOperations.TrailingZeroCount(rest)];
                count = (byte)Math.Min(count + 1, byte.MaxValue);
            }
        }
    }

    private void KeepCounted(Window any)
    {
        var minimum = Math.Min(_minimumShould, byte.MaxValue);
        for (var word = 0; word < Window.Words; word++)
        {
            for (var rest = any.Bits[word]; rest != 0; rest &= rest - 1)
            {
                if (_counts![(word * 64) + BitOperations.TrailingZeroCount(rest)] < minimum)
                {
                    any.Bits[word] &= ~(rest & (~rest + 1));
                }
            }
        }
    }

    private static void And(Window window, ulong[] bits)
    {
        for (var word = 0; word < Window.Words; word++)
        {
            window.Bits[word] &= bits[word];
        }
    }

    private static void AddScores(Window window, Window part, ulong[] where)
    {
        for (var word = 0; word < Window.Words; word++)
        {
            for (var rest = where[word]; rest != 0; rest &= rest - 1)
            {
                var at = (word * 64) + BitOperations.TrailingZeroCount(rest);
                window.Scores[at] += part.Scores[at];
            }
        }
    }

    // Where the window has no document yet its score is rubbish and is replaced
    private static void MergeScores(Window window, Window part)
    {
        for (var word = 0; word < Window.Words; word++)
        {
            var known = window.Bits[word];
            for (var rest = part.Bits[word]; rest != 0; rest &= rest - 1)
            {
                var bit = BitOperations.TrailingZeroCount(rest);
                var at = (word * 64) + bit;
                window.Scores[at] = (known >> bit & 1) != 0 ? window.Scores[at] + part.Scores[at] : part.Scores[at];
            }
        }
    }
}
