using Purbalingga.Catalog.Discovery;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tests.Discovery;

public sealed class SearchCacheTests
{
    [Fact]
    public void Should_keep_an_answer_only_when_it_is_asked_again()
    {
        using var feed = new ChangeFeed(null!, []);
        var cache = new SearchCache(feed);

        cache.Keep("penduduk", "satu"u8.ToArray(), cache.State);
        Assert.Null(cache.Find("penduduk"));

        cache.Keep("penduduk", "dua"u8.ToArray(), cache.State);
        Assert.Equal("dua"u8.ToArray(), cache.Find("penduduk")?.ToArray());
        Assert.Null(cache.Find("jalan"));
    }

    [Fact]
    public void Should_not_keep_an_answer_of_an_earlier_state()
    {
        using var feed = new ChangeFeed(null!, []);
        var cache = new SearchCache(feed);

        cache.Keep("penduduk", "satu"u8.ToArray(), cache.State);
        cache.Keep("penduduk", "dua"u8.ToArray(), cache.State - 1);

        Assert.Null(cache.Find("penduduk"));
    }
}
