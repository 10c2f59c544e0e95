namespace Purbalingga.Search.Searching;

/// <summary>Every document.</summary>
internal sealed class AllMatcher(int documents, float score) : Matcher
{
    public override long Cost => documents;

    public override int Next(int from) => from < documents ? from : End;

    public override void Fill(Window window)
    {
        window.Mask.CopyTo(window.Bits, 0);
        var rest = documents - window.Base;
        for (var word = 0; word < Window.Words; word++)
        {
            var left = rest - (word * 64);
            window.Bits[word] &= left >= 64 ? ulong.MaxValue : left <= 0 ? 0 : (1UL << left) - 1;
        }
        window.Scores.AsSpan().Fill(score);
    }
}
