using System.Globalization;

namespace Purbalingga.Search.Tests.Reference;

/// <summary>Makes documents, queries and requests that hit each other often; the same for the same seed.</summary>
internal sealed class RandomCatalog(int seed)
{
    private static readonly string[] s_words =
    [
        "jalan", "rusak", "baik", "padi", "sawah", "produksi", "jumlah", "kecamatan", "desa", "kesehatan", "puskesmas", "sekolah", "guru",
        "anggaran", "OpenData", "wi-fi", "1x24", "irigasi", "irigsi", "jalna", "é", "Ünal", "harga", "hargo", "a", "an", "ikan", "data",
    ];

    private static readonly string[] s_tags = ["jalan", "padi", "kesehatan", "belanja daerah", "UMKM", "zzz", "Ä", "\uFFFDx", "😀"];
    private static readonly string[] s_organizations = ["dinkes", "dindik", "dpupr", "setda"];

    private readonly Random _random = new(seed);

    public static IndexSchema Schema { get; } = new(
    [
        new("title", FieldKind.Text) { CopyTo = ["text"], Stored = true },
        new("notes", FieldKind.Text) { Analyzer = "whitespace_lowercase", CopyTo = ["text"] },
        new("text", FieldKind.Text),
        new("tags", FieldKind.Keyword) { MultiValued = true, CopyTo = ["text"] },
        new("organization", FieldKind.Keyword),
        new("labels", FieldKind.Keyword) { MultiValued = true },
        new("modified", FieldKind.Date),
        new("views", FieldKind.Number),
        new("title_ngram", FieldKind.Ngram),
        new("extras_*", FieldKind.Text) { CopyTo = ["text"] },
        new("*", FieldKind.Keyword),
    ]);

    public static IReadOnlyList<string> Facets { get; } = ["tags", "organization", "views", "extras_a", "kode"];

    public int Next(int below) => _random.Next(below);

    public string Word() => s_words[(int)(s_words.Length * Math.Pow(_random.NextDouble(), 2))];

    public string Words(int most) => string.Join(' ', Enumerable.Range(0, 1 + _random.Next(most)).Select(_ => Word()));

    public IndexChange Change(int ids)
    {
        var id = $"d{_random.Next(ids)}";
        return _random.Next(8) == 0 ? IndexChange.Delete(id) : IndexChange.Upsert(Document(id));
    }

    public IndexDocument Document(string id)
    {
        var document = new IndexDocument(id)
            .Add("title", Words(5))
            .Add("notes", _random.Next(10) == 0 ? null : Words(20))
            .Add("tags", Enumerable.Range(0, _random.Next(4)).Select(_ => s_tags[_random.Next(s_tags.Length)]))
            .Add("organization", _random.Next(6) == 0 ? null : s_organizations[_random.Next(s_organizations.Length)])
            .Add("labels", _random.Next(3) == 0 ? "member-1" : "public")
            .Add("modified", Time())
            .Add("title_ngram", Words(2));
        if (_random.Next(4) > 0)
        {
            document.Add("views", _random.Next(20) - 5);
        }
        if (_random.Next(30) == 0)
        {
            document.Add("views", 3).Add("extras_a", Words(2)).Add("extras_a", Words(2)).Add("kode", $"33.03.{_random.Next(20)}");
        }
        return document;
    }

    public SearchRequest Request()
    {
        var sorts = new[] { "organization", "modified", "views", "kode", "id", "title" };
        return new SearchRequest
        {
            Query = _random.Next(12) == 0 ? null : Query(3),
            Dialect = _random.Next(2) == 0 ? QueryDialect.Solr : QueryDialect.Classic,
            DefaultOperator = _random.Next(2) == 0 ? QueryOperator.And : QueryOperator.Or,
            Mode = _random.Next(5) == 0 ? QueryMode.Edismax : QueryMode.Lucene,
            Dismax = new DismaxOptions { QueryFields = "title^4 tags^2 text", MinimumMatch = "2<-1 5<80%" },
            Filters = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Query(1))],
            RequiredAny = _random.Next(2) == 0 ? [] : [new RequiredAny("labels", ["public", "x"])],
            Sort = [.. Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => new SortKey(sorts[_random.Next(sorts.Length)], _random.Next(2) == 0))],
            Start = _random.Next(3) == 0 ? _random.Next(30) : 0,
            Rows = _random.Next(40),
            Facets = [.. Facets.Where(_ => _random.Next(2) == 0).Select(f => new FacetRequest(f, _random.Next(6) - 1, _random.Next(4)))],
        };
    }

    public string Query(int depth)
    {
        if (depth > 0 && _random.Next(3) > 0)
        {
            var clauses = Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => Modifier() + Query(depth - 1));
            var text = string.Join(_random.Next(4) switch { 0 => " AND ", 1 => " OR ", _ => " " }, clauses);
            return _random.Next(3) == 0 ? $"notes:({text})" : $"({text})";
        }
        var word = Word().Replace("-", "\\-", StringComparison.Ordinal);
        return _random.Next(16) switch
        {
            0 => $"title:{word}",
            1 => $"notes:\"{Words(3)}\"",
            2 => $"notes:\"{Words(3)}\"~{_random.Next(6)}",
            3 => $"{word[..Math.Min(2, word.Length)]}*",
            4 => $"notes:*{word[^1]}",
            5 => $"notes:{word[0]}?l*n",
            6 => $"notes:{word}~{_random.Next(3)}",
            7 => $"organization:[{s_organizations[_random.Next(4)]} TO *]",
            8 => $"tags:{{\"{s_tags[_random.Next(s_tags.Length)]}\" TO \"{s_tags[_random.Next(s_tags.Length)]}\"]",
            9 => $"views:[{_random.Next(10) - 5} TO {_random.Next(10)}}}",
            10 => $"modified:[{Time()} TO {Time()}]",
            11 => $"tags:\"{s_tags[_random.Next(s_tags.Length)]}\"^2",
            12 => $"{(_random.Next(2) == 0 ? "organization" : "views")}:*",
            13 => $"title_ngram:{word}",
            14 => "notes:/[a-p]+[ln]/",
            _ => word,
        };
    }

    private string Modifier() => _random.Next(6) switch { 0 => "+", 1 => "-", 2 => "NOT ", _ => "" };

    private string Time() =>
        new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(_random.Next(200)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
