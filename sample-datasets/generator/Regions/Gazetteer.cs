using System.Globalization;

namespace Purbalingga.Samples.Regions;

/// <summary>The 18 kecamatan and 239 desa and kelurahan of the regency, in the order of their Kemendagri codes.</summary>
/// <remarks>Kemendagri codes after Kepmendagri 300.2.2-2430/2025; BPS codes after the SIG BPS bridging of May 2022.</remarks>
internal sealed class Gazetteer
{
    private static readonly Dictionary<string, string> BpsCodes = new()
    {
        ["33.03.01"] = "3303010", ["33.03.02"] = "3303020", ["33.03.03"] = "3303030", ["33.03.04"] = "3303050", ["33.03.05"] = "3303060",
        ["33.03.06"] = "3303070", ["33.03.07"] = "3303090", ["33.03.08"] = "3303110", ["33.03.09"] = "3303120", ["33.03.10"] = "3303130",
        ["33.03.11"] = "3303140", ["33.03.12"] = "3303150", ["33.03.13"] = "3303160", ["33.03.14"] = "3303100", ["33.03.15"] = "3303080",
        ["33.03.16"] = "3303040", ["33.03.17"] = "3303131", ["33.03.18"] = "3303141",
    };

    private Gazetteer(IReadOnlyList<Kecamatan> kecamatan)
    {
        Kecamatan = kecamatan;
        Desa = [.. kecamatan.SelectMany(k => k.Desa)];
    }

    public IReadOnlyList<Kecamatan> Kecamatan { get; }

    public IReadOnlyList<Desa> Desa { get; }

    /// <summary>Reads the reference list.</summary>
    /// <param name="path">CSV with the columns kode, tingkat, nama, lintang, bujur; a kecamatan stands before its desa.</param>
    public static Gazetteer Read(string path)
    {
        var rows = File.ReadAllLines(path).Skip(1).Select(line => line.Split(',')).ToList();
        var desa = rows.Where(r => r[1] is "desa" or "kelurahan").ToLookup(r => r[0][..8], r => new Desa(r[0], r[1], r[2], Degrees(r[3]), Degrees(r[4])));
        return new Gazetteer([.. rows.Where(r => r[1] == "kecamatan")
            .Select(r => new Kecamatan(r[0], BpsCodes[r[0]], r[2], Degrees(r[3]), Degrees(r[4]), [.. desa[r[0]]]))]);
    }

    public Kecamatan Find(string name) => Kecamatan.Single(k => k.Name == name);

    public Kecamatan Of(Desa desa) => Kecamatan.Single(k => desa.Code.StartsWith(k.Code, StringComparison.Ordinal));

    /// <summary>A desa by its name and that of its kecamatan; names alone repeat.</summary>
    public Desa Find(string kecamatan, string desa) => Find(kecamatan).Desa.Single(d => d.Name == desa);

    private static decimal Degrees(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
