using Purbalingga.Search.Analysis;

namespace Purbalingga.Search.Tests.Analysis;

public sealed class AnalyzerTests
{
    [Theory]
    [InlineData("text", "OpenData wi-fi", "open@0 data@1 opendata@1 wi@2 fi@3 wifi@3")]
    [InlineData("text", "1x24 33.03.09", "1@0 x@1 24@2 33@3 03@4 09@5 330309@5")]
    [InlineData("text", "Café's  naïve", "cafe@0 naiv@1")]
    [InlineData("text", "!!! --- &", "")]
    [InlineData("text_general", "OpenData Café", "opendata@0 café@1")]
    [InlineData("whitespace_lowercase", " A-b  (C) ", "a-b@0 (c)@1")]
    [InlineData("ngram", "Jala", "jala@0 ala@1 la@2")]
    public void Should_cut_texts_for_the_index(string analyzer, string text, string words) => Assert.Equal(words, Words(analyzer, t => t.ForIndex, text));

    [Theory]
    [InlineData("text", "OpenData wi-fi", "open@0 data@1 wi@2 fi@3")]
    [InlineData("ngram", "jalan kabupaten-x", "jala@0 alan@1 kabu@2 abup@3 bupa@4 upat@5 pate@6 aten@7 ten-@8 en-x@9")]
    public void Should_cut_texts_for_queries(string analyzer, string text, string words) => Assert.Equal(words, Words(analyzer, t => t.ForQuery, text));

    [Fact]
    public void Should_take_any_text()
    {
        var random = new Random(5);
        var tokens = new TokenBuffer();
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 128 : 65536))]);
            foreach (var analyzer in BuiltInAnalyzers.All.Values)
            {
                tokens.Clear();
                analyzer.ForIndex(text, tokens);
                for (var t = 1; t < tokens.Count; t++)
                {
                    Assert.True(tokens.PositionOf(t) >= tokens.PositionOf(t - 1));
                }
                analyzer.ForQuery(text, tokens);
                Assert.NotNull(analyzer.Normalize(text));
            }
        }
    }

    private delegate void Cut(ReadOnlySpan<char> text, TokenBuffer tokens);

    private static string Words(string analyzer, Func<Analyzer, Cut> cut, string text)
    {
        var tokens = new TokenBuffer();
        cut(BuiltInAnalyzers.All[analyzer])(text, tokens);
        return string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => $"{tokens[i]}@{tokens.PositionOf(i)}"));
    }
}
