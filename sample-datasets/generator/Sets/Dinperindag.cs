using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Markets and prices.</summary>
internal static class Dinperindag
{
    private const string Org = "dinperindag";

    private static readonly (string Name, string Kecamatan, string Desa, int Stalls)[] Markets =
    [
        ("Pasar Segamas", "Purbalingga", "Purbalingga Kidul", 1_860), ("Pasar Bobotsari", "Bobotsari", "Bobotsari", 1_240), ("Pasar Bukateja", "Bukateja", "Bukateja", 640),
        ("Pasar Kutasari", "Kutasari", "Kutasari", 310), ("Pasar Panican", "Kemangkon", "Panican", 220), ("Pasar Rembang", "Rembang", "Losari", 260), ("Pasar Karanganyar", "Karanganyar", "Karanganyar", 240),
        ("Pasar Kejobong", "Kejobong", "Kejobong", 280), ("Pasar Karangmoncol", "Karangmoncol", "Karangsari", 290), ("Pasar Padamara", "Padamara", "Padamara", 150), ("Pasar Mrebet", "Mrebet", "Mrebet", 130),
        ("Pasar Karangreja", "Karangreja", "Karangreja", 180), ("Pasar Pengadegan", "Pengadegan", "Pengadegan", 160), ("Pasar Kalimanah", "Kalimanah", "Kalimanah Wetan", 140),
    ];

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Prices();
        yield return MarketPlaces(regency);
    }

    private static SampleDataset Prices()
    {
        (string Good, string Unit, int Price, double Swing)[] goods =
        [
            ("Beras medium", "kg", 13_200, 0.02), ("Beras premium", "kg", 15_100, 0.02), ("Gula pasir", "kg", 17_600, 0.015), ("Minyak goreng curah", "liter", 17_900, 0.02), ("Daging sapi", "kg", 134_000, 0.015),
            ("Daging ayam ras", "kg", 36_500, 0.06), ("Telur ayam ras", "kg", 28_400, 0.05), ("Cabai merah keriting", "kg", 42_000, 0.16), ("Cabai rawit merah", "kg", 55_000, 0.20),
            ("Bawang merah", "kg", 34_000, 0.10), ("Bawang putih", "kg", 39_500, 0.04), ("Tepung terigu", "kg", 12_300, 0.01),
        ];
        var rows = new List<object?[]>();
        foreach (var market in Markets.Take(3))
        {
            foreach (var good in goods)
            {
                var draw = new Draw($"harga/{market.Name}/{good.Good}");
                var level = draw.Between(0.98, 1.02);
                for (var week = 0; week < 52; week++)
                {
                    // A price remembers last week and is drawn back to its usual level.
                    level = (level * 0.8) + (0.2 * draw.Between(1 - (4 * good.Swing), 1 + (4 * good.Swing)));
                    rows.Add([market.Name, new DateOnly(2025, 1, 6).AddDays(week * 7), good.Good, (long)(good.Price * level / 100) * 100, "rupiah per " + good.Unit]);
                }
            }
        }

        return new(Org, "harga-bahan-pokok-mingguan-2025", "Harga Eceran Bahan Pokok Mingguan di Tiga Pasar, 2025")
        {
            Notes = "Harga eceran dua belas bahan pokok yang dicatat setiap Senin di Pasar Segamas, Pasar Bobotsari, dan Pasar Bukateja.",
            Theme = Themes.Economy,
            Tags = ["harga", "bahan pokok", "pasar", "inflasi", "pangan"],
            Concept = "Harga eceran", Definition = "Harga yang dibayar pembeli akhir kepada pedagang eceran di pasar.",
            Measure = "Harga", Unit = "Rupiah", Classification = "Pasar; komoditas; minggu", Schedule = "Mingguan", Years = "2025",
            Resources = Kit.CsvAndXlsx("harga-bahan-pokok-2025", "Harga bahan pokok 2025", "1.872 baris: 3 pasar, 12 komoditas, 52 minggu.", Table.Of("nama_pasar tanggal komoditas harga satuan", rows)),
        };
    }

    private static SampleDataset MarketPlaces(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " kemendagri_kode_desa_kelurahan nama_pasar jumlah_kios_los hari_pasaran lintang bujur tahun",
            Markets.Select(m =>
            {
                var desa = regency.Gazetteer.Find(m.Kecamatan, m.Desa);
                var (latitude, longitude) = Kit.Near(desa, m.Name);
                return (object?[])[.. Kit.Head(regency.Gazetteer.Find(m.Kecamatan)), desa.Code, m.Name, m.Stalls, m.Stalls > 600 ? "Setiap hari" : new Draw("pasaran/" + m.Name).Of(["Manis", "Pahing", "Pon", "Wage", "Kliwon"]), latitude, longitude, 2025];
            }));
        return new(Org, "lokasi-pasar-rakyat-2025", "Lokasi Pasar Rakyat, 2025")
        {
            Notes = "Pasar rakyat yang dikelola pemerintah daerah dengan jumlah kios dan los, hari pasaran, serta titik di sekitar pusat desa. Jumlah dan titik adalah rekaan.",
            Theme = Themes.Economy,
            Tags = ["pasar", "perdagangan", "lokasi", "peta"],
            Concept = "Pasar rakyat", Definition = "Tempat jual beli yang dikelola pemerintah daerah dengan kios, los, dan tenda.",
            Measure = "Jumlah", Unit = "Unit", Classification = "Kecamatan", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndPoints("lokasi-pasar-rakyat-2025", "Lokasi pasar rakyat 2025", $"{Markets.Length} pasar.", table),
        };
    }
}
