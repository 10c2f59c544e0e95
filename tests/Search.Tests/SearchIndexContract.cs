namespace Purbalingga.Search.Tests;

/// <summary>What holds for every <see cref="ISearchIndex"/>.</summary>
public abstract class SearchIndexContract
{
    protected static IndexSchema Schema { get; } = new(
    [
        new("title", FieldKind.Text) { CopyTo = ["text"], Stored = true },
        new("text", FieldKind.Text),
        new("tags", FieldKind.Keyword) { MultiValued = true, Stored = true },
        new("organization", FieldKind.Keyword),
        new("modified", FieldKind.Date),
        new("*_date", FieldKind.Date),
        new("views", FieldKind.Number),
        new("extras_*", FieldKind.Text) { Stored = true },
        new("*", FieldKind.Keyword),
    ]);

    protected abstract ISearchIndex Open();

    [Fact]
    public async Task Should_be_empty_at_first()
    {
        await using var index = Open();
        Assert.Equal(0, index.AppliedSequence);
        Assert.Equal(0, index.Count);
        Assert.Empty(index.Ids());
        var result = index.Search(new SearchRequest { Facets = [new("tags")] });
        Assert.Equal(0, result.Count);
        Assert.Empty(result.Hits);
        Assert.Empty(Assert.Single(result.Facets).Values);
    }

    [Fact]
    public async Task Should_find_a_document_as_soon_as_it_is_applied()
    {
        await using var index = Open();
        index.Apply([Upsert("a", "Jalan Rusak")], 7);
        Assert.Equal(7, index.AppliedSequence);
        Assert.Equal("a", Assert.Single(index.Search(new SearchRequest { Query = "jalan" }).Hits).Id);
        Assert.True(index.Contains("a"));
        Assert.False(index.Contains("b"));
    }

    [Fact]
    public async Task Should_replace_a_document_of_the_same_id()
    {
        await using var index = Open();
        index.Apply([Upsert("a", "Jalan"), Upsert("b", "Padi")], 1);
        index.Apply([Upsert("a", "Jembatan")], 2);
        index.Apply([Upsert("a", "Jembatan")], 2);
        Assert.Equal(2, index.Count);
        Assert.Equal(0, index.Search(new SearchRequest { Query = "jalan" }).Count);
        Assert.Equal(1, index.Search(new SearchRequest { Query = "jembatan" }).Count);
    }

    [Fact]
    public async Task Should_let_the_last_change_of_an_id_hold()
    {
        await using var index = Open();
        index.Apply([Upsert("a", "Satu"), Upsert("a", "Dua"), IndexChange.Delete("b"), Upsert("b", "Tiga"), Upsert("c", "Empat"), IndexChange.Delete("c")], 1);
        Assert.Equal(["a", "b"], index.Ids().Order());
        Assert.Equal(1, index.Search(new SearchRequest { Query = "dua" }).Count);
        Assert.Equal(0, index.Search(new SearchRequest { Query = "satu" }).Count);
    }

    [Fact]
    public async Task Should_take_documents_out()
    {
        await using var index = Open();
        index.Apply([Upsert("a", "Jalan"), Upsert("b", "Jalan")], 1);
        index.Apply([IndexChange.Delete("a"), IndexChange.Delete("unknown")], 2);
        Assert.Equal(["b"], index.Ids());
        Assert.False(index.Contains("a"));
        Assert.Equal("b", Assert.Single(index.Search(new SearchRequest { Query = "jalan" }).Hits).Id);
    }

    [Fact]
    public async Task Should_change_its_generation_with_every_change()
    {
        await using var index = Open();
        var before = index.Generation;
        index.Apply([Upsert("a", "Jalan")], 1);
        var between = index.Generation;
        index.Apply([], 2);
        Assert.NotEqual(before, between);
        Assert.NotEqual(between, index.Generation);
        Assert.Equal(index.Generation, index.Search(new SearchRequest()).Generation);
    }

    [Fact]
    public async Task Should_forget_everything_when_cleared()
    {
        await using var index = Open();
        index.Apply([Upsert("a", "Jalan")], 5);
        index.Clear();
        Assert.Equal(0, index.AppliedSequence);
        Assert.Equal(0, index.Search(new SearchRequest()).Count);
        index.Apply([Upsert("a", "Padi")], 1);
        Assert.Equal(["a"], index.Ids());
    }

    [Fact]
    public async Task Should_page_without_gap_or_repeat()
    {
        await using var index = Open();
        for (var i = 0; i < 95; i++)
        {
            index.Apply([Upsert($"d{i}", "Jalan", organization: $"o{i % 3}")], i + 1);
        }
        foreach (var sort in new[] { SortKey.Score, new SortKey("organization", true), new SortKey("nothing", false) })
        {
            var ids = Enumerable.Range(0, 10)
                .SelectMany(page => index.Search(new SearchRequest { Query = "jalan", Sort = [sort], Start = page * 10 }).Hits)
                .Select(h => h.Id).ToArray();
            Assert.Equal(95, ids.Distinct().Count());
            Assert.Equal(95, ids.Length);
        }
    }

    [Fact]
    public async Task Should_return_stored_values_that_are_asked_for()
    {
        await using var index = Open();
        index.Apply([IndexChange.Upsert(new IndexDocument("a").Add("title", "Jalan").Add("tags", ["x", "y z"]).Add("organization", "o").Add("extras_tahun", "2024"))], 1);
        var hit = Assert.Single(index.Search(new SearchRequest { Fields = ["id", "tags", "organization"] }).Hits);
        Assert.Equal(["x", "y z"], hit.Stored!["tags"]);
        Assert.Equal(["a"], hit.Stored["id"]);
        Assert.Equal(2, hit.Stored.Count);
        var all = Assert.Single(index.Search(new SearchRequest { Fields = ["*"] }).Hits).Stored!;
        Assert.Equal(["extras_tahun", "id", "tags", "title"], all.Keys.Order());
        Assert.Null(Assert.Single(index.Search(new SearchRequest()).Hits).Stored);
    }

    [Fact]
    public async Task Should_sort_missing_values_last_and_strings_by_bytes()
    {
        await using var index = Open();
        string?[] values = ["b", "B", null, "\uFF5E", "😀", "a"];
        index.Apply([.. values.Select((v, i) => Upsert($"d{i}", "x", organization: v))], 1);
        Assert.Equal("d1 d5 d0 d3 d4 d2", Ids(index, new SortKey("organization", false)));
        Assert.Equal("d4 d3 d0 d5 d1 d2", Ids(index, new SortKey("organization", true)));
    }

    [Fact]
    public async Task Should_sort_and_search_numbers_and_dates_to_their_ends()
    {
        await using var index = Open();
        index.Apply(
        [
            IndexChange.Upsert(new IndexDocument("a").Add("views", long.MinValue).Add("modified", "2024-02-29T23:59:59.999Z").Add("terbit_date", "2024-01-01")),
            IndexChange.Upsert(new IndexDocument("b").Add("views", long.MaxValue).Add("modified", "2024-03-01T00:00:00Z").Add("terbit_date", "bukan tanggal")),
            IndexChange.Upsert(new IndexDocument("c").Add("views", -1).Add("views", "x")),
        ], 1);
        Assert.Equal("a c b", Ids(index, new SortKey("views", false)));
        Assert.Equal("b c a", Ids(index, new SortKey("views", true)));
        Assert.Equal("a b c", Ids(index, new SortKey("modified", false)));
        Assert.Equal(1, Count(index, "modified:[* TO 2024-03-01T00:00:00Z}"));
        Assert.Equal(1, Count(index, "modified:[2024-02-29T00:00:00Z+1DAY TO *]"));
        Assert.Equal(1, Count(index, "terbit_date:\"2024-01-01T00:00:00Z\""));
        Assert.Equal(2, Count(index, "views:[-1 TO *]"));
        Assert.Equal(1, Count(index, "views:{-1 TO *]"));
        Assert.Equal(0, Count(index, "views:{9223372036854775807 TO *]"));
        Assert.Equal(1, Count(index, "views:\\-1"));
        Assert.Throws<QuerySyntaxException>(() => Count(index, "views:banyak"));
        Assert.Throws<QuerySyntaxException>(() => Count(index, "modified:[2024-01-01 TO *]"));
    }

    [Fact]
    public async Task Should_read_purely_negative_filters_as_all_but()
    {
        await using var index = Open();
        index.Apply([Upsert("a", "Jalan", organization: "x"), Upsert("b", "Padi", organization: "y")], 1);
        Assert.Equal("b", Assert.Single(index.Search(new SearchRequest { Filters = ["-organization:x"] }).Hits).Id);
        Assert.Equal("b", Assert.Single(index.Search(new SearchRequest { Query = "NOT organization:x" }).Hits).Id);
        Assert.Equal("b", Assert.Single(index.Search(new SearchRequest { Filters = ["-organization:x", "organization:(x OR y)"] }).Hits).Id);
    }

    [Fact]
    public async Task Should_count_facets_exactly_over_all_hits()
    {
        await using var index = Open();
        for (var i = 0; i < 300; i++)
        {
            index.Apply([IndexChange.Upsert(new IndexDocument($"d{i}").Add("title", i % 2 == 0 ? "genap" : "ganjil").Add("tags", [$"t{i % 7}", $"u{i % 3}"]))], i + 1);
        }
        index.Apply([IndexChange.Delete("d0"), Upsert("d1", "ganjil")], 301);
        var result = index.Search(new SearchRequest { Query = "ganjil", Rows = 0, Facets = [new("tags", 3), new("tags", -1, 30)] });
        Assert.Equal(150, result.Count);
        Assert.Equal([new("u0", 50), new("u2", 50), new("u1", 49)], result.Facets[0].Values);
        Assert.Equal(["u0", "u2", "u1"], result.Facets[1].Values.Select(v => v.Value));
    }

    [Fact]
    public async Task Should_keep_values_of_any_length_and_letters()
    {
        await using var index = Open();
        var huge = new string('x', 40_000);
        index.Apply([IndexChange.Upsert(new IndexDocument("a").Add("kode", huge).Add("title", huge)), IndexChange.Upsert(new IndexDocument("\ud800").Add("kode", "\ud800x"))], 1);
        Assert.Equal(1, index.Search(new SearchRequest { RequiredAny = [new("kode", [huge])] }).Count);
        Assert.Equal(1, index.Search(new SearchRequest { RequiredAny = [new("kode", ["\ud800x"])] }).Count);
        Assert.True(index.Contains("\ud800"));
        index.Apply([IndexChange.Delete("\ud800")], 2);
        Assert.Equal(["a"], index.Ids());
    }

    [Fact]
    public async Task Should_stop_when_cancelled()
    {
        await using var index = Open();
        index.Apply([.. Enumerable.Range(0, 70_000).Select(i => Upsert($"d{i}", "jalan"))], 1);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Assert.Throws<OperationCanceledException>(() => index.Search(new SearchRequest { Query = "jalan" }, cancelled.Token));
    }

    [Fact]
    public async Task Should_show_readers_whole_changes_while_it_is_written()
    {
        await using var index = Open();
        index.Apply(Version(0), 1);
        using var done = new CancellationTokenSource();
        var seen = new int[3];
        var readers = Enumerable.Range(0, seen.Length).Select(reader => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                // every change gives all twenty documents one new version, so a mixture would show in the facet
                var result = index.Search(new SearchRequest { Query = "jalan", Rows = 20, Facets = [new("versi", -1)], Sort = [new("versi", true)] });
                Assert.Equal(20, result.Count);
                Assert.Equal(20, result.Hits.Select(h => h.Id).Distinct().Count());
                Assert.Equal(20, Assert.Single(result.Facets[0].Values).Count);
                Interlocked.Increment(ref seen[reader]);
            }
        })).ToArray();
        for (var version = 1; version <= 400 || (Array.Exists(seen, s => s < 100) && !Array.Exists(readers, r => r.IsCompleted)); version++)
        {
            index.Apply(Version(version), version + 1);
            if (version % 50 == 0)
            {
                await index.SaveAsync();
            }
        }
        await done.CancelAsync();
        await Task.WhenAll(readers);

        static IndexChange[] Version(int version) =>
            [.. Enumerable.Range(0, 20).Select(i => IndexChange.Upsert(new IndexDocument($"d{i}").Add("title", "jalan").Add("versi", version)))];
    }

    private static IndexChange Upsert(string id, string title, string? organization = null) =>
        IndexChange.Upsert(new IndexDocument(id).Add("title", title).Add("organization", organization));

    private static string Ids(ISearchIndex index, SortKey sort) => string.Join(' ', index.Search(new SearchRequest { Sort = [sort] }).Hits.Select(h => h.Id));

    private static int Count(ISearchIndex index, string query) => index.Search(new SearchRequest { Query = query }).Count;
}
