namespace Purbalingga.Search.Tests.Ckan;

/// <summary>What a real CKAN 2.12 with Solr 9 answered to package_search over the same datasets.</summary>
public sealed class CkanQueriesTests : IAsyncLifetime
{
    private SearchIndex _index = null!;

    public Task InitializeAsync()
    {
        _index = CkanSchema.OpenWithDatasets(TimeProvider.System);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _index.DisposeAsync();

    [Theory]
    [InlineData("jalan", "jalan-baik jalan-rusak kunjungan-pasien rancangan-src")]
    [InlineData("JALAN", "jalan-baik jalan-rusak kunjungan-pasien rancangan-src")]
    [InlineData("jalan rusak", "jalan-rusak")]
    [InlineData("puskesmas", "jumlah-puskesmas kunjungan-pasien")]
    [InlineData("tidakadasamasekali", "")]
    [InlineData("\"jalan kabupaten\"", "jalan-baik jalan-rusak")]
    [InlineData("\"kabupaten jalan\"", "")]
    [InlineData("jalan -rusak", "jalan-baik kunjungan-pasien rancangan-src")]
    [InlineData("+jalan +baik", "jalan-baik")]
    [InlineData("jalan NOT rusak", "jalan-baik kunjungan-pasien rancangan-src")]
    [InlineData("(jalan", "jalan-baik jalan-rusak kunjungan-pasien rancangan-src")]
    [InlineData("jalan)", "jalan-baik jalan-rusak kunjungan-pasien rancangan-src")]
    [InlineData("\"jalan", "jalan-baik jalan-rusak kunjungan-pasien rancangan-src")]
    [InlineData("teknis & non-teknis", "produksi-padi")]
    [InlineData("1x24", "aduan-masyarakat")]
    [InlineData("jalan/rusak", "jalan-baik jalan-rusak kunjungan-pasien rancangan-src")]
    [InlineData("jalan\\-rusak", "jalan-baik jalan-rusak kunjungan-pasien rancangan-src")]
    [InlineData("title:jalan", "jalan-baik jalan-rusak rancangan-src")]
    [InlineData("title:(jalan OR padi)", "jalan-baik jalan-rusak produksi-padi rancangan-src")]
    [InlineData("title:jalan AND notes:rusak", "jalan-rusak")]
    [InlineData("name:produksi-*", "produksi-nanas produksi-padi")]
    [InlineData("name:produksi*", "produksi-nanas produksi-padi")]
    [InlineData("title:puskes*", "jumlah-puskesmas kunjungan-pasien")]
    [InlineData("title:pus?esmas", "")]
    [InlineData("tags:kesehatan", "jumlah-puskesmas kunjungan-pasien")]
    [InlineData("tags:\"belanja daerah\"", "realisasi-apbd")]
    [InlineData("title:puskesmos~", "jumlah-puskesmas kunjungan-pasien")]
    [InlineData("res_format:CSV", "aduan-masyarakat jalan-rusak jumlah-puskesmas produksi-padi")]
    [InlineData("res_format:csv", "")]
    [InlineData("extras_tahun:2024", "jalan-rusak produksi-nanas produksi-padi")]
    [InlineData("tahun:2024", "jalan-rusak produksi-nanas produksi-padi")]
    [InlineData("extras_tahun:{2024 TO 2025]", "aduan-masyarakat jalan-baik jumlah-puskesmas realisasi-apbd")]
    [InlineData("metadata_modified:[2040-01-01T00:00:00Z TO *]", "")]
    [InlineData("title:jalan^2 padi", "")]
    [InlineData("bidanganeh:x", "")]
    [InlineData("sawah irigasi: teknis", "")]
    public void Should_find_what_CKAN_finds(string query, string names) => Assert.Equal(names, Names(query));

    [Theory]
    [InlineData("metadata_created:[2020-01-01T00:00:00Z TO NOW]")]
    [InlineData("metadata_modified:[NOW-1DAY TO NOW+1HOUR]")]
    [InlineData("*:*")]
    public void Should_find_all_nine(string query) => Assert.Equal(9, Search(query).Count);

    [Theory]
    [InlineData("metadata_modified:kemarin", "Invalid Date String:'kemarin'")]
    [InlineData("title:", "Cannot parse 'title:': Encountered \"<EOF>\" at line 1, column 6.\nWas expecting one of:\n    <BAREOPER> ...\n    \"(\" ...\n    \"*\" ...\n    <QUOTED> ...\n    <TERM> ...\n    <PREFIXTERM> ...\n    <WILDTERM> ...\n    <REGEXPTERM> ...\n    \"[\" ...\n    \"{\" ...\n    <LPARAMS> ...\n    \"filter(\" ...\n    <NUMBER> ...\n    ")]
    [InlineData("jalan AND", "Cannot parse 'jalan AND': Encountered \"<EOF>\" at line 1, column 9.\nWas expecting one of:\n    <NOT> ...\n    \"+\" ...\n    \"-\" ...\n    <BAREOPER> ...\n    \"(\" ...\n    \"*\" ...\n    <QUOTED> ...\n    <TERM> ...\n    <PREFIXTERM> ...\n    <WILDTERM> ...\n    <REGEXPTERM> ...\n    \"[\" ...\n    \"{\" ...\n    <LPARAMS> ...\n    \"filter(\" ...\n    <NUMBER> ...\n    <TERM> ...\n    \"*\" ...\n    ")]
    [InlineData("a:b:c", "Cannot parse 'a:b:c': Encountered \" \":\" \": \"\" at line 1, column 3.\nWas expecting one of:\n    <EOF> \n    <AND> ...\n    <OR> ...\n    <NOT> ...\n    \"+\" ...\n    \"-\" ...\n    <BAREOPER> ...\n    \"(\" ...\n    \"*\" ...\n    \"^\" ...\n    <QUOTED> ...\n    <TERM> ...\n    <FUZZY_SLOP> ...\n    <PREFIXTERM> ...\n    <WILDTERM> ...\n    <REGEXPTERM> ...\n    \"[\" ...\n    \"{\" ...\n    <LPARAMS> ...\n    \"filter(\" ...\n    <NUMBER> ...\n    ")]
    [InlineData("http://example.test/jalan-baik", "Cannot parse 'http://example.test/jalan-baik': Lexical error at line 1, column 7.  Encountered: '47' (47), after prefix \"/\"")]
    public void Should_refuse_what_CKAN_refuses_in_the_same_words(string query, string message) =>
        Assert.Equal(message, Assert.Throws<QuerySyntaxException>(() => Search(query)).Message);

    [Theory]
    [InlineData("tags:jalan", "jalan-baik jalan-rusak")]
    [InlineData("tags:jalan organization:opd-src", "jalan-baik jalan-rusak")]
    [InlineData("+tags:jalan -res_format:XLSX", "jalan-rusak")]
    [InlineData("tags:(\"jalan\" OR \"padi\")", "jalan-baik jalan-rusak produksi-padi")]
    [InlineData("private:true", "")]
    [InlineData("-groups:tema-src -tags:jalan -tags:kesehatan", "aduan-masyarakat rancangan-src realisasi-apbd")]
    [InlineData("id:(a OR b)", "")]
    [InlineData("name:(jalan-baik OR jalan-rusak)", "jalan-baik jalan-rusak")]
    [InlineData("-license_id:*", "rancangan-src")]
    [InlineData("isopen:true tags:kesehatan", "jumlah-puskesmas")]
    public void Should_filter_as_CKAN_does(string filter, string names) => Assert.Equal(names, Names("*:*", filter));

    [Fact]
    public void Should_rank_as_CKAN_does() => Assert.Equal(
        ["rancangan-src", "jalan-baik", "jalan-rusak", "kunjungan-pasien"],
        _index.Search(Request("jalan") with { Sort = [SortKey.Score, new SortKey("name", false)] }).Hits.Select(h => h.Stored!["name"][0]));

    [Fact]
    public void Should_sort_a_text_by_its_first_word_in_the_order_of_bytes() => Assert.Equal(
        ["aduan-masyarakat", "realisasi-apbd", "jalan-baik", "jalan-rusak", "rancangan-src", "jumlah-puskesmas", "kunjungan-pasien", "produksi-nanas", "produksi-padi"],
        _index.Search(Request("*:*") with { Sort = [new SortKey("title", false)] }).Hits.Select(h => h.Stored!["name"][0]));

    [Fact]
    public void Should_keep_the_order_of_indexing_where_the_sort_says_nothing()
    {
        var names = _index.Search(Request("*:*") with { Sort = [new SortKey("bidanganeh", false)] }).Hits.Select(h => h.Stored!["name"][0]);
        Assert.Equal(["jalan-rusak", "jalan-baik", "jumlah-puskesmas", "kunjungan-pasien", "produksi-padi", "produksi-nanas", "realisasi-apbd", "aduan-masyarakat", "rancangan-src"], names);
    }

    [Fact]
    public void Should_count_facets_as_CKAN_does()
    {
        var result = _index.Search(Request("*:*") with
        {
            Rows = 0,
            Facets = [new("tags", 2), new("organization", -1), new("extras_tahun"), new("bidanganeh"), new("tags", MinimumCount: 2)],
        });
        Assert.Equal([new("infrastruktur", 2), new("jalan", 2)], result.Facets[0].Values);
        Assert.Equal([new("opd-src", 7), new("dinkes-src", 2)], result.Facets[1].Values);
        Assert.Equal([new("2025", 4), new("2024", 3), new("2023", 1)], result.Facets[2].Values);
        Assert.Empty(result.Facets[3].Values);
        Assert.Equal(["infrastruktur", "jalan", "kesehatan", "pertanian"], result.Facets[4].Values.Select(v => v.Value));
    }

    [Fact]
    public void Should_refuse_to_sort_on_several_values() =>
        Assert.Equal("tags", Assert.Throws<UnsupportedSortException>(() => _index.Search(Request("*:*") with { Sort = [new SortKey("tags", false)] })).Field);

    [Fact]
    public void Should_take_mm_and_qf_from_the_caller()
    {
        Assert.Equal(4, _index.Search(Request("jalan zzz") with { Dismax = new DismaxOptions { MinimumMatch = "1" } }).Count);
        Assert.Equal(0, _index.Search(Request("kesehatan") with { Dismax = new DismaxOptions { QueryFields = "title" } }).Count);
    }

    [Theory]
    [InlineData("jal", "jalan-baik jalan-rusak rancangan-src")]
    [InlineData("puskesmas", "jumlah-puskesmas kunjungan-pasien")]
    [InlineData("masyarakat", "aduan-masyarakat")]
    [InlineData("YAR", "aduan-masyarakat")]
    [InlineData("yarak*", "aduan-masyarakat")]
    [InlineData("m", "")]
    [InlineData("panjang\\ jalan", "jalan-baik jalan-rusak")]
    public void Should_complete_from_pieces(string typed, string names) => Assert.Equal(names, Names($"title_ngram:{typed} OR name_ngram:{typed}"));

    [Fact]
    public void Should_never_show_what_the_labels_forbid()
    {
        var everything = new SearchRequest { Query = "permission_labels:* OR capacity:private OR *:*", Facets = [new("permission_labels", -1)], RequiredAny = [new("permission_labels", ["public"])] };
        var result = _index.Search(everything);
        Assert.Equal(9, result.Count);
        Assert.Equal([new("public", 9)], result.Facets[0].Values);
        Assert.Equal(0, _index.Search(everything with { RequiredAny = [new("permission_labels", [])] }).Count);
        Assert.Equal(10, _index.Search(everything with { RequiredAny = [new("permission_labels", ["public", "member-opd"])] }).Count);
    }

    private static SearchRequest Request(string query, params string[] filters) => new()
    {
        Query = query,
        Mode = query.Contains(':', StringComparison.Ordinal) ? QueryMode.Lucene : QueryMode.Dismax,
        Filters = ["+capacity:public +state:active", .. filters],
        RequiredAny = [new RequiredAny("permission_labels", ["public"])],
        Sort = [new SortKey("name", false)],
        Rows = 100,
        Fields = ["name"],
    };

    private SearchResult Search(string query, params string[] filters) => _index.Search(Request(query, filters));

    private string Names(string query, params string[] filters) => string.Join(' ', Search(query, filters).Hits.Select(h => h.Stored!["name"][0]));
}
