using System.Numerics;

namespace Purbalingga.Search.Searching;

/// <summary>Any of several queries; the score is the best one plus a share of the others.</summary>
internal sealed class DisjunctionMatcher(Matcher[] queries, float tieBreaker, bool scores, WindowPool pool) : Matcher
{
    public override long Cost { get; } = queries.Sum(q => q.Cost);

    public override int Next(int from)
    {
        var first = End;
        foreach (var query in queries)
        {
            first = Math.Min(first, query.Next(from));
        }
        return first;
    }

    public override void Fill(Window window)
    {
        var part = pool.Rent();
        var sums = pool.Rent();
        foreach (var query in queries)
        {
            part.Start(window.Base, window.Mask);
            query.Fill(part);
            if (scores)
            {
                Merge(window, part, sums.Scores);
            }
            for (var word = 0; word < Window.Words; word++)
            {
                window.Bits[word] |= part.Bits[word];
            }
        }
        for (var word = 0; scores && word < Window.Words; word++)
        {
            for (var rest = window.Bits[word]; rest != 0; rest &= rest - 1)
            {
                var at = (word * 64) + BitOperations.TrailingZeroCount(rest);
                window.Scores[at] += tieBreaker * (sums.Scores[at] - window.Scores[at]);
            }
        }
        pool.Return(sums);
        pool.Return(part);
    }

    private static void Merge(Window window, Window part, float[] sums)
    {
        for (var word = 0; word < Window.Words; word++)
        {
            var known = window.Bits[word];
            for (var rest = part.Bits[word]; rest != 0; rest &= rest - 1)
            {
                var bit = BitOperations.TrailingZeroCount(rest);
                var at = (word * 64) + bit;
                var score = part.Scores[at];
                if ((known >> bit & 1) == 0)
                {
                    window.Scores[at] = score;
                    sums[at] = score;
                }
                else
                {
                    window.Scores[at] = Math.Max(window.Scores[at], score);
                    sums[at] += score;
                }
            }
        }
    }
}
