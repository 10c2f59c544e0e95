using Purbalingga.Search.Tests.Reference;

namespace Purbalingga.Search.Tests;

/// <summary>Random documents, changes, merges, saves and queries, compared with <see cref="NaiveIndex"/>. Seeds are fixed.</summary>
public sealed class RandomizedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, 40, 60)]
    [InlineData(2, 200, 60)]
    [InlineData(3, 700, 20)]
    [InlineData(4, 2500, 10)]
    public async Task Should_answer_as_an_index_that_looks_at_every_document(int seed, int ids, int rounds)
    {
        var catalog = new RandomCatalog(seed);
        var naive = new NaiveIndex(RandomCatalog.Schema);
        var options = new SearchIndexOptions { Schema = RandomCatalog.Schema, Folder = _folder, FlushAfterDocuments = 64 + ids / 3 };
        var index = SearchIndex.Open(options);
        for (var round = 1; round <= rounds; round++)
        {
            var changes = Enumerable.Range(0, 1 + catalog.Next(catalog.Next(3) == 0 ? ids / 2 : 5)).Select(_ => catalog.Change(ids)).ToArray();
            index.Apply(changes, round);
            naive.Apply(changes);
            switch (catalog.Next(6))
            {
                case 0:
                    await index.SaveAsync(TestContext.Token);
                    break;
                case 1:
                    await index.SettleAsync(TestContext.Token);
                    break;
                case 2:
                    await index.SaveAsync(TestContext.Token);
                    await index.DisposeAsync();
                    index = SearchIndex.Open(options);
                    Assert.Null(index.Problem);
                    Assert.Equal(round, index.AppliedSequence);
                    break;
            }
            Assert.Equal(naive.Ids.Order(), index.Ids().Order());
            for (var query = 0; query < 12; query++)
            {
                AssertSame(naive, index, catalog.Request(), $"seed {seed}, round {round}, query {query}");
            }
        }
        await index.DisposeAsync();
    }

    [Fact]
    public async Task Should_answer_alike_over_many_windows_and_blocks()
    {
        var catalog = new RandomCatalog(77);
        var naive = new NaiveIndex(RandomCatalog.Schema);
        await using var index = SearchIndex.Open(new SearchIndexOptions { Schema = RandomCatalog.Schema, Folder = _folder, FlushAfterDocuments = 6000 });
        for (var batch = 0; batch < 5; batch++)
        {
            var changes = Enumerable.Range(0, 1900).Select(i => IndexChange.Upsert(catalog.Document($"d{(batch * 1700) + i}"))).ToArray();
            index.Apply(changes, batch + 1);
            naive.Apply(changes);
        }
        await index.SettleAsync(TestContext.Token);
        Assert.Contains(index.Segments, s => s.Segment.Documents > 4096);
        for (var query = 0; query < 60; query++)
        {
            AssertSame(naive, index, catalog.Request(), $"query {query}");
        }
    }

    private static void AssertSame(NaiveIndex naive, SearchIndex index, SearchRequest request, string where)
    {
        SearchResult expected;
        try
        {
            expected = naive.Search(request);
        }
        catch (QuerySyntaxException error)
        {
            Assert.Equal(error.Message, Assert.Throws<QuerySyntaxException>(() => index.Search(request)).Message);
            return;
        }
        var found = index.Search(request);
        var what = $"{where}: {request}\n filters {string.Join(" ; ", request.Filters)} sort {string.Join(", ", request.Sort)}";
        Assert.True(expected.Count == found.Count, $"{what}\n count {found.Count} instead of {expected.Count}");
        Assert.True(
            expected.Hits.Select(h => h.Id).SequenceEqual(found.Hits.Select(h => h.Id)),
            $"{what}\n {string.Join(' ', found.Hits.Select(h => h.Id))}\n instead of\n {string.Join(' ', expected.Hits.Select(h => h.Id))}");
        for (var i = 0; i < expected.Facets.Count; i++)
        {
            Assert.True(
                expected.Facets[i].Values.SequenceEqual(found.Facets[i].Values),
                $"{what}\n facet {expected.Facets[i].Field}: {string.Join(' ', found.Facets[i].Values)}\n instead of\n {string.Join(' ', expected.Facets[i].Values)}");
        }
    }
}
