namespace Purbalingga.Samples.Regions;

/// <summary>The one set of made-up figures of people and land that all sample tables draw from, so that no two contradict each other.</summary>
internal sealed class Regency
{
    public const int FirstYear = 2020;
    public const int LastYear = 2025;

    /// <summary>Made-up totals at the end of each year, but for 2025: 1,057,750 after Kepmendagri 300.2.2-2430/2025.</summary>
    private static readonly Dictionary<int, long> Totals = new()
    {
        [2019] = 1_006_180, [2020] = 1_014_750, [2021] = 1_023_520, [2022] = 1_032_410, [2023] = 1_041_300, [2024] = 1_049_870, [2025] = 1_057_750,
    };

    /// <summary>Square kilometres by the older official measure (sum 777.64), and rough weights of people, in thousands.</summary>
    private static readonly Dictionary<string, (decimal Area, double People)> Kecamatans = new()
    {
        ["Kemangkon"] = (45.13m, 64), ["Bukateja"] = (42.40m, 80), ["Kejobong"] = (39.99m, 50), ["Kaligondang"] = (50.54m, 68),
        ["Purbalingga"] = (14.72m, 60), ["Kalimanah"] = (22.51m, 58), ["Kutasari"] = (52.90m, 66), ["Mrebet"] = (47.89m, 80),
        ["Bobotsari"] = (32.28m, 55), ["Karangreja"] = (74.49m, 48), ["Karanganyar"] = (30.55m, 41), ["Karangmoncol"] = (60.27m, 60),
        ["Rembang"] = (91.59m, 68), ["Bojongsari"] = (29.25m, 64), ["Padamara"] = (17.27m, 46), ["Pengadegan"] = (41.75m, 41),
        ["Karangjambu"] = (46.09m, 28), ["Kertanegara"] = (38.02m, 37),
    };

    private readonly Dictionary<(string Desa, int Year), long> _people = [];
    private readonly Dictionary<(string Desa, int Year), long> _men = [];
    private readonly Dictionary<(string Kecamatan, string Sex), long[]> _ages = [];

    public Regency(Gazetteer gazetteer)
    {
        Gazetteer = gazetteer;
        var desaWeights = gazetteer.Desa.ToDictionary(d => d.Code, d => (d.Level == "kelurahan" ? 1.3 : 1.0) * new Draw("desa/" + d.Code).Between(0.55, 1.45));
        for (var year = FirstYear - 1; year <= LastYear; year++)
        {
            CountPeople(year, desaWeights);
        }

        Households = gazetteer.Kecamatan.ToDictionary(
            k => k.Code,
            k => (long)(People(k, LastYear) / new Draw("keluarga/" + k.Code).Between(3.02, 3.24)));
        var bigAreas = Shares.Of(805_757, [.. gazetteer.Kecamatan.Select(k => (double)Kecamatans[k.Name].Area * new Draw("luas/" + k.Code).Between(0.97, 1.03))]);
        AreaByBig = gazetteer.Kecamatan.Zip(bigAreas).ToDictionary(p => p.First.Code, p => p.Second / 1000m);
        CountAges();
    }

    public Gazetteer Gazetteer { get; }

    public IReadOnlyList<Kecamatan> Kecamatan => Gazetteer.Kecamatan;

    /// <summary>Five-year groups of <see cref="Ages"/>.</summary>
    public static IReadOnlyList<string> AgeGroups { get; } = [.. Enumerable.Range(0, 15).Select(i => $"{i * 5}-{(i * 5) + 4}"), "75+"];

    /// <summary>Three groups of <see cref="PeopleByAge"/>: under 15, 15 to 64, 65 and over.</summary>
    public static IReadOnlyList<string> BroadAges { get; } = ["0-14", "15-64", "65+"];

    /// <summary>Families (kartu keluarga) at the end of 2025 by Kemendagri code of the kecamatan.</summary>
    public IReadOnlyDictionary<string, long> Households { get; }

    /// <summary>Square kilometres by BIG, sum 805.757, by Kemendagri code of the kecamatan.</summary>
    public IReadOnlyDictionary<string, decimal> AreaByBig { get; }

    /// <summary>Square kilometres by the older official measure, sum 777.64.</summary>
    public static decimal AreaByBps(Kecamatan kecamatan) => Kecamatans[kecamatan.Name].Area;

    public static long Total(int year) => Totals[year];

    /// <summary>People at the end of a year.</summary>
    public long People(Desa desa, int year) => _people[(desa.Code, year)];

    /// <inheritdoc cref="People(Desa, int)"/>
    public long People(Kecamatan kecamatan, int year) => kecamatan.Desa.Sum(d => People(d, year));

    public long Men(Desa desa, int year) => _men[(desa.Code, year)];

    public long Men(Kecamatan kecamatan, int year) => kecamatan.Desa.Sum(d => Men(d, year));

    public long Women(Desa desa, int year) => People(desa, year) - Men(desa, year);

    public long Women(Kecamatan kecamatan, int year) => kecamatan.Desa.Sum(d => Women(d, year));

    /// <summary>People by <see cref="AgeGroups"/> at the end of 2025; men and women add up to the other tables.</summary>
    /// <param name="sex">L or P.</param>
    public IReadOnlyList<long> Ages(Kecamatan kecamatan, string sex) => _ages[(kecamatan.Code, sex)];

    /// <summary>People by <see cref="BroadAges"/> at the end of a month, on the straight line between two ends of year.</summary>
    public long[] PeopleByAge(Desa desa, int year, int month)
    {
        var (before, after) = (People(desa, year - 1), People(desa, year));
        var people = before + ((after - before) * month / 12);
        var draw = new Draw("umur/" + desa.Code);
        var (children, old) = (draw.Between(0.205, 0.235), draw.Between(0.070, 0.095));
        var drift = (((year - LastYear) * 12) + month - 12) * 0.00008;
        return Shares.Of(people, [children - drift, 1 - children - old, old + drift]);
    }

    private void CountPeople(int year, Dictionary<string, double> desaWeights)
    {
        var perKecamatan = Shares.Of(Totals[year], [.. Kecamatan.Select(k =>
            Kecamatans[k.Name].People * (1 + (new Draw("tumbuh/" + k.Code).Between(-0.004, 0.004) * (year - LastYear))))]);
        foreach (var (kecamatan, people) in Kecamatan.Zip(perKecamatan))
        {
            foreach (var (desa, part) in kecamatan.Desa.Zip(Shares.Of(people, [.. kecamatan.Desa.Select(d => desaWeights[d.Code])])))
            {
                _people[(desa.Code, year)] = part;
            }
        }

        // 2025: 536,866 men of 1,057,750; the same share in the years before.
        var men = Shares.Of(536_866 * Totals[year] / Totals[LastYear], [.. Gazetteer.Desa.Select(d =>
            People(d, year) * new Draw("laki/" + d.Code).Between(0.992, 1.008))]);
        foreach (var (desa, part) in Gazetteer.Desa.Zip(men))
        {
            _men[(desa.Code, year)] = part;
        }
    }

    private void CountAges()
    {
        double[] shape = [7.0, 7.4, 7.5, 7.6, 7.5, 7.7, 7.6, 7.3, 7.2, 6.9, 6.5, 5.9, 5.0, 3.9, 2.7, 2.6];
        foreach (var kecamatan in Kecamatan)
        {
            var broad = kecamatan.Desa.Select(d => PeopleByAge(d, LastYear, 12)).Aggregate(new long[3], (sum, ages) => [.. sum.Zip(ages, (a, b) => a + b)]);
            var men = Shares.Of(Men(kecamatan, LastYear), [broad[0] * 1.02, broad[1], broad[2] * 0.90]);
            _ages[(kecamatan.Code, "L")] = Spread(men, shape, "umur/L/" + kecamatan.Code);
            _ages[(kecamatan.Code, "P")] = Spread([.. broad.Zip(men, (all, m) => all - m)], shape, "umur/P/" + kecamatan.Code);
        }
    }

    /// <summary>Three broad ages spread over the five-year groups: 3, 10 and 3 of them.</summary>
    private static long[] Spread(long[] broad, double[] shape, string key)
    {
        var draw = new Draw(key);
        var weights = shape.Select(s => s * draw.Between(0.96, 1.04)).ToArray();
        return [.. Shares.Of(broad[0], weights[..3]), .. Shares.Of(broad[1], weights[3..13]), .. Shares.Of(broad[2], weights[13..])];
    }
}
