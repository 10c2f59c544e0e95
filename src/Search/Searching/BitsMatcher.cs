using System.Numerics;

namespace Purbalingga.Search.Searching;

/// <summary>Documents of a bit set over the whole segment, all with one score.</summary>
/// <param name="bits">A whole number of windows.</param>
internal sealed class BitsMatcher(ulong[] bits, float score) : Matcher
{
    public override long Cost { get; } = Window.Count(bits);

    public override int Next(int from)
    {
        for (var word = from >> 6; word < bits.Length; word++)
        {
            var rest = word == from >> 6 ? bits[word] & (ulong.MaxValue << from) : bits[word];
            if (rest != 0)
            {
                return (word * 64) + BitOperations.TrailingZeroCount(rest);
            }
        }
        return End;
    }

    public override void Fill(Window window)
    {
        bits.AsSpan(window.Base >> 6, Window.Words).CopyTo(window.Bits);
        window.Scores.AsSpan().Fill(score);
    }
}
