namespace Purbalingga.Search.Analysis;

/// <summary>Splits at blanks and lower-cases, nothing else.</summary>
internal sealed class WhitespaceLowercaseAnalyzer : Analyzer
{
    private const int LongestWord = 512;

    public override string Version => "whitespace_lowercase-1";

    public override void ForIndex(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        var position = 0;
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
            if (end > at)
            {
                var length = text[at..Math.Min(end, at + LongestWord)].ToLowerInvariant(buffer);
                tokens.Add(buffer[..Math.Max(length, 0)], position++);
            }
            at = end;
        }
    }

    public override string Normalize(string part) => part.ToLowerInvariant();
}
