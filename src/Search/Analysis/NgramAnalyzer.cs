namespace Purbalingga.Search.Analysis;

/// <summary>
/// Indexes what stands at each letter, at most <see cref="Longest"/> letters of it. Pieces of any length are found by that: shorter ones are the
/// beginnings of such terms, longer ones are looked for by their overlapping parts. All pieces of 2 to 10 letters, as CKAN's Solr keeps them, would be
/// eight times as many terms.
/// </summary>
internal sealed class NgramAnalyzer : Analyzer
{
    /// <summary>Letters of a whole term; of shorter pieces a query takes the terms that begin with them.</summary>
    public const int Longest = 4;

    /// <summary>Shorter pieces find nothing.</summary>
    public const int Shortest = 2;

    // More would make one document cost megabytes; names and titles are far shorter
    private const int LongestText = 1000;

    public override string Version => "ngram-2";

    public override void ForIndex(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        var lower = text[..Math.Min(text.Length, LongestText)].ToString().ToLowerInvariant();
        for (var start = 0; start + Shortest <= lower.Length; start++)
        {
            tokens.Add(lower.AsSpan(start, Math.Min(Longest, lower.Length - start)), start);
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
