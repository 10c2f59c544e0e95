namespace Purbalingga.Search.Analysis;

/// <summary>Indexes all pieces of 2 to 10 letters; looks for whole words, of longer ones for their overlapping pieces.</summary>
internal sealed class NgramAnalyzer : Analyzer
{
    private const int Shortest = 2;
    private const int Longest = 10;

    // More would make one document cost megabytes; names and titles are far shorter
    private const int LongestText = 1000;

    public override string Version => "ngram-1";

    public override void ForIndex(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        var lower = text[..Math.Min(text.Length, LongestText)].ToString().ToLowerInvariant();
        for (var start = 0; start < lower.Length; start++)
        {
            for (var length = Shortest; length <= Longest && start + length <= lower.Length; length++)
            {
                tokens.Add(lower.AsSpan(start, length), start);
            }
        }
    }

    public override void ForQuery(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        var lower = text[..Math.Min(text.Length, LongestText)].ToString().ToLowerInvariant();
        var position = 0;
        foreach (var range in lower.AsSpan().SplitAny(' ', '\t', '\n', '\r'))
        {
            var word = lower.AsSpan()[range];
            if (word.Length <= Longest)
            {
                tokens.Add(word, position++);
                continue;
            }
            for (var start = 0; start + Longest <= word.Length; start++)
            {
                tokens.Add(word.Slice(start, Longest), position++);
            }
        }
    }

    public override string Normalize(string part) => part.ToLowerInvariant();
}
