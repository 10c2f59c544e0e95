namespace Purbalingga.Search.Analysis;

/// <summary>
/// The analysis of CKAN's Solr schema: split at blanks, then into parts; the index also gets runs of parts joined
/// (<c>wi-fi</c> is found by wi, fi and wifi); lower case; then optionally English stems and folded accents.
/// </summary>
internal sealed class WordDelimiterAnalyzer(string name, bool splitOnCase, bool stem, bool fold) : Analyzer
{
    private const int LongestWord = 512;

    public override string Version => $"{name}-1";

    public override void ForIndex(ReadOnlySpan<char> text, TokenBuffer tokens) => Analyze(text, tokens, joins: true);

    public override void ForQuery(ReadOnlySpan<char> text, TokenBuffer tokens) => Analyze(text, tokens, joins: false);

    public override string Normalize(string part)
    {
        var lower = part.ToLowerInvariant();
        return fold ? AccentFolding.Fold(lower) : lower;
    }

    private void Analyze(ReadOnlySpan<char> text, TokenBuffer tokens, bool joins)
    {
        Span<char> run = stackalloc char[LongestWord];
        var position = -1;
        var at = 0;
        while (at < text.Length)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }
            var word = text[at..end];
            at = end;

            var from = 0;
            var runLength = 0;
            var runParts = 0;
            var runKind = WordParts.PartKind.Delimiter;
            while (WordParts.Next(word, ref from, splitOnCase, out var start, out var length, out var kind))
            {
                if (joins && kind != runKind)
                {
                    Join(run[..runLength], runParts, position, tokens);
                    runLength = 0;
                    runParts = 0;
                    runKind = kind;
                }
                var part = word.Slice(start, Math.Min(length, LongestWord));
                Emit(part, ++position, tokens);
                if (joins && runLength + part.Length <= LongestWord)
                {
                    part.CopyTo(run[runLength..]);
                    runLength += part.Length;
                    runParts++;
                }
            }
            if (joins)
            {
                Join(run[..runLength], runParts, position, tokens);
            }
        }
    }

    // The joined form stands where its last part stands, so that positions never go back
    private void Join(ReadOnlySpan<char> run, int parts, int position, TokenBuffer tokens)
    {
        if (parts > 1)
        {
            Emit(run, position, tokens);
        }
    }

    private void Emit(ReadOnlySpan<char> part, int position, TokenBuffer tokens)
    {
        Span<char> buffer = stackalloc char[LongestWord + 8];
        var length = part.ToLowerInvariant(buffer);
        if (length < 0)
        {
            return;
        }
        if (stem)
        {
            length = EnglishStemmer.Stem(buffer, length);
        }
        var word = buffer[..length];
        if (fold && !System.Text.Ascii.IsValid(word))
        {
            tokens.Add(AccentFolding.Fold(word.ToString()), position);
            return;
        }
        tokens.Add(word, position);
    }
}
