namespace Purbalingga.Search.Benchmarks;

/// <summary>Makes datasets as a catalog would index them, the same for the same seed. Words are as unevenly common as in texts.</summary>
internal sealed class CatalogGenerator
{
    private const int VocabularySize = 40_000;

    private static readonly string[] s_syllables =
    [
        "ja", "lan", "ru", "sak", "pa", "di", "ke", "se", "ha", "tan", "pu", "kes", "mas", "de", "sa", "wi", "la", "yah", "ten", "ga", "pro",
        "duk", "si", "ni", "ang", "gar", "an", "me", "nur", "ut",
    ];

    private static readonly string[] s_formats = ["CSV", "XLSX", "PDF", "JSON", "GeoJSON"];
    private static readonly string[] s_licenses = ["cc-by", "odc-pddl", "notspecified"];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly double[] _cumulative;

    public CatalogGenerator(int seed)
    {
        _random = new Random(seed);
        var known = new HashSet<string>();
        while (known.Count < VocabularySize)
        {
            known.Add(string.Concat(Enumerable.Range(0, 2 + _random.Next(3)).Select(_ => s_syllables[_random.Next(s_syllables.Length)])));
        }
        _words = [.. known];
        // Zipf: the n-th word is as common as 1 / (n + 2)
        _cumulative = new double[VocabularySize];
        var sum = 0.0;
        for (var i = 0; i < VocabularySize; i++)
        {
            sum += 1.0 / (i + 3);
            _cumulative[i] = sum;
        }
    }

    public static IndexSchema Schema { get; } = new(
    [
        new("name", FieldKind.Keyword) { CopyTo = ["text"], Stored = true },
        new("title", FieldKind.Text) { CopyTo = ["text"], Stored = true },
        new("title_string", FieldKind.Keyword),
        new("notes", FieldKind.Text) { CopyTo = ["text"] },
        new("text", FieldKind.Text) { MultiValued = true },
        new("tags", FieldKind.Keyword) { CopyTo = ["text"], MultiValued = true },
        new("groups", FieldKind.Keyword) { CopyTo = ["text"], MultiValued = true },
        new("organization", FieldKind.Keyword) { CopyTo = ["text"] },
        new("res_format", FieldKind.Keyword) { MultiValued = true },
        new("permission_labels", FieldKind.Keyword) { MultiValued = true },
        new("metadata_modified", FieldKind.Date),
        new("metadata_created", FieldKind.Date),
        new("extras_*", FieldKind.Text) { CopyTo = ["text"] },
        new("*", FieldKind.Keyword),
    ]);

    /// <summary>The word of a rank, 0 the commonest.</summary>
    public string WordOfRank(int rank) => _words[rank];

    public IndexDocument Document(int number)
    {
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(_random.Next(2_500_000));
        var title = Words(4 + _random.Next(6));
        return new IndexDocument(new Guid(_random.Next(), (short)number, (short)(number >> 16), 1, 2, 3, 4, 5, 6, 7, 8).ToString())
            .Add("name", $"dataset-{number}").Add("title", title).Add("title_string", title).Add("notes", Words(40 + _random.Next(40)))
            .Add("tags", Enumerable.Range(0, 1 + _random.Next(5)).Select(_ => _words[Pick() / 20]))
            .Add("groups", $"tema-{_random.Next(12)}").Add("organization", $"opd-{(int)Math.Sqrt(_random.Next(50 * 50))}")
            .Add("res_format", Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => s_formats[_random.Next(5)]))
            .Add("license_id", s_licenses[_random.Next(3)])
            .Add("capacity", "public").Add("state", "active").Add("site_id", "default").Add("dataset_type", "dataset").Add("entity_type", "package")
            .Add("permission_labels", number % 50 == 0 ? $"member-opd-{number % 7}" : "public")
            .Add("metadata_modified", time).Add("metadata_created", time.AddDays(-30))
            .Add("extras_tahun", $"{2015 + _random.Next(10)}").Add("num_resources", 1 + _random.Next(5)).Add("num_tags", 3).Add("isopen", "true").Add("owner_org", $"o-{number % 50}");
    }

    private int Pick()
    {
        var at = Array.BinarySearch(_cumulative, _random.NextDouble() * _cumulative[^1]);
        return Math.Min(at < 0 ? ~at : at, VocabularySize - 1);
    }

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => _words[Pick()]));
}
