using Purbalingga.Search.Segments;

namespace Purbalingga.Search.Searching;

/// <summary>Documents with a number in a range, read off the column.</summary>
internal sealed class NumberRangeMatcher(NumberColumn column, long from, long to, float score) : Matcher
{
    public override long Cost => column.First.Length / 2;

    public override int Next(int from) => from < column.First.Length ? from : End;

    public override void Fill(Window window)
    {
        var count = Math.Min(Window.Size, column.First.Length - window.Base);
        var numbers = column.First.AsSpan(window.Base, count);
        for (var word = 0; word < (count + 63) / 64; word++)
        {
            if (window.Mask[word] == 0)
            {
                continue;
            }
            var part = numbers.Slice(word * 64, Math.Min(64, count - (word * 64)));
            ulong bits = 0;
            for (var i = 0; i < part.Length; i++)
            {
                bits |= (part[i] >= from & part[i] <= to ? 1UL : 0UL) << i;
            }
            window.Bits[word] = bits & (column.Present?[(window.Base >> 6) + word] ?? ulong.MaxValue);
        }
        if (column.Others is { } others)
        {
            foreach (var (doc, values) in others)
            {
                var at = doc - window.Base;
                if (at is >= 0 and < Window.Size && Array.Exists(values, v => v >= from && v <= to))
                {
                    window.Bits[at >> 6] |= 1UL << at;
                }
            }
        }
        window.Scores.AsSpan().Fill(score);
    }
}
