using System.Diagnostics;
using System.Text;
using Purbalingga.Search.Tests.Ckan;

namespace Purbalingga.Search.Tests;

/// <summary>Random and damaged query texts: an answer or one of the errors of a search, soon. The seed is fixed.</summary>
public sealed class QueryFuzzTests
{
    private static readonly string[] s_pieces =
    [
        "jalan", "title:", "tags:", "text:", "metadata_modified:", "views_total:", "*:*", "*", "?", "AND", "OR", "NOT", "&&", "||", "!", "+", "-", "(", ")", "[", "]", "{", "}",
        " TO ", "\"", "~", "~2", "~0.5", "^", "^2", "^99999999999999999999999999999999999999999999", ":", "\\", "\\u00e9", "\\u12", "/", "/ja.*n/", "/[/", "/a{1000}/", "NOW", "NOW-1DAY/DAY", "2024-01-01T00:00:00Z",
        "9223372036854775807", "-9223372036854775808", "\0", "\ud800", "😀", "é", "\t", "\n", "<", ">", "@", "#", "&", "|", "=", "%", "{!lucene}", "name^4", "1x24", "''",
    ];

    [Theory]
    [InlineData(QueryMode.Lucene, 60_000)]
    [InlineData(QueryMode.Dismax, 20_000)]
    [InlineData(QueryMode.Edismax, 20_000)]
    public async Task Should_answer_or_refuse_whatever_it_is_asked(QueryMode mode, int queries)
    {
        await using var index = CkanSchema.OpenWithDatasets(TimeProvider.System);
        var random = new Random(20261124);
        var refused = 0;
        for (var i = 0; i < queries; i++)
        {
            var text = Text(random);
            var asFilter = i % 5 == 0;
            var started = Stopwatch.GetTimestamp();
            try
            {
                var result = index.Search(new SearchRequest { Query = asFilter ? null : text, Filters = asFilter ? [text] : [], Mode = mode });
                Assert.InRange(result.Count, 0, 10);
            }
            catch (SearchException)
            {
                refused++;
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{error.GetType().Name} for {text}: {error}");
            }
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5), $"Slow: {text}");
        }
        Assert.InRange(refused, 1, queries - 1);
    }

    [Fact]
    public async Task Should_refuse_what_costs_too_much()
    {
        await using var index = CkanSchema.OpenWithDatasets(TimeProvider.System);
        Assert.Throws<SearchLimitException>(() => index.Search(new SearchRequest { Query = string.Join(' ', Enumerable.Range(0, 1025).Select(i => $"title:a{i}")) }));
        Assert.Throws<SearchLimitException>(() => index.Search(new SearchRequest { Query = new string('(', 100_000) }));
        Assert.Throws<SearchLimitException>(() => index.Search(new SearchRequest { Query = new string('(', 5000) + "a" + new string(')', 5000) }));
        Assert.Throws<SearchLimitException>(() => index.Search(new SearchRequest { Query = new string('a', 200_000) }));
        Assert.Throws<SearchLimitException>(() => index.Search(new SearchRequest { Query = $"title:/{new string('a', 2000)}/" }));
        Assert.Equal(0, index.Search(new SearchRequest { Query = string.Join(' ', Enumerable.Range(0, 500).Select(i => $"title:a{i}")) }).Count);
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var n = random.Next(12); n >= 0; n--)
        {
            if (random.Next(8) == 0)
            {
                text.Append((char)random.Next(32, 127));
            }
            text.Append(s_pieces[random.Next(s_pieces.Length)]);
            if (random.Next(3) == 0)
            {
                text.Append(' ');
            }
        }
        return text.ToString();
    }
}
