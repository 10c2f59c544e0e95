using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Waste and water quality.</summary>
internal static class Dlh
{
    private const string Org = "dlh";

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Waste();
        yield return Rivers(regency);
    }

    private static SampleDataset Waste()
    {
        int[] days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        var rows = Kit.Months.Select(m =>
        {
            var draw = new Draw($"sampah/{m.Number}");
            var made = Numbers.Round(Regency.Total(2025) * 0.00042 * days[m.Number - 1] * draw.Between(0.97, 1.05), 1);
            var reduced = decimal.Round(made * Numbers.Round(draw.Between(0.19, 0.24), 3), 1);
            var handled = decimal.Round(made * Numbers.Round(draw.Between(0.40, 0.52), 3), 1);
            return (object?[])[2025, m.Number, m.Name, made, reduced, handled, made - reduced - handled, "ton"];
        });
        return new(Org, "timbulan-sampah-bulanan-2025", "Timbulan, Pengurangan, dan Penanganan Sampah Menurut Bulan, 2025")
        {
            Notes = "Perkiraan timbulan sampah (0,42 kg per orang per hari), yang dikurangi di sumbernya, yang ditangani, dan yang belum terkelola. Dikurangi + ditangani + belum terkelola = timbulan.",
            Theme = Themes.Environment,
            Tags = ["sampah", "lingkungan", "timbulan sampah"],
            Concept = "Timbulan sampah", Definition = "Banyaknya sampah yang timbul dari kegiatan masyarakat.",
            Measure = "Berat", Unit = "Ton", Classification = "Bulan", Schedule = "Bulanan", Years = "2025",
            Resources = Kit.CsvAndXlsx("timbulan-sampah-2025", "Timbulan sampah 2025", "12 bulan.", Table.Of("tahun bulan nama_bulan timbulan_ton pengurangan_ton penanganan_ton belum_terkelola_ton satuan", rows)),
        };
    }

    private static SampleDataset Rivers(Regency regency)
    {
        (string River, string Kecamatan, string Desa)[] points =
        [
            ("Klawing", "Bobotsari", "Bobotsari"), ("Klawing", "Purbalingga", "Purbalingga Wetan"), ("Klawing", "Bukateja", "Wirasaba"), ("Serayu", "Kemangkon", "Kedungbenda"),
            ("Ponggawa", "Padamara", "Padamara"), ("Gintung", "Pengadegan", "Pengadegan"), ("Soso", "Kutasari", "Kutasari"), ("Laban", "Kaligondang", "Penolih"),
        ];
        var table = Table.Of(
            "titik_pantau nama_sungai kemendagri_kode_desa_kelurahan nama_desa_kelurahan triwulan ph bod_mg_per_liter cod_mg_per_liter tss_mg_per_liter status_mutu lintang bujur tahun",
            from point in points.Select((p, i) => (p.River, Desa: regency.Gazetteer.Find(p.Kecamatan, p.Desa), Code: $"PST-{i + 1:D2}"))
            let place = Kit.Near(point.Desa, "sungai/" + point.Code)
            from quarter in Enumerable.Range(1, 4)
            let draw = new Draw($"sungai/{point.Code}/{quarter}")
            let bod = Numbers.Round(draw.Between(1.6, 4.4))
            select (object?[])[point.Code, "Sungai " + point.River, point.Desa.Code, point.Desa.Name, quarter, Numbers.Round(draw.Between(6.7, 8.1)), bod, Numbers.Round(draw.Between(9, 29)), Numbers.Round(draw.Between(12, 64), 1), bod <= 3 ? "Memenuhi" : "Tercemar ringan", place.Latitude, place.Longitude, 2025]);
        return new(Org, "mutu-air-sungai-2025", "Mutu Air Sungai Menurut Titik Pantau, 2025")
        {
            Notes = "Hasil pemantauan mutu air di delapan titik setiap triwulan: pH, BOD, COD, dan padatan tersuspensi (TSS). Status ditentukan dari BOD terhadap baku mutu kelas II (3 mg/l). Angka dan titik adalah rekaan.",
            Theme = Themes.Environment,
            Tags = ["mutu air", "sungai", "lingkungan", "peta"],
            Concept = "Mutu air sungai", Definition = "Keadaan air sungai menurut ukuran fisika dan kimia dibandingkan dengan baku mutu.",
            Measure = "Kadar", Unit = "Miligram per liter", Classification = "Titik pantau; triwulan", Schedule = "Triwulanan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndPoints("mutu-air-sungai-2025", "Mutu air sungai 2025", "32 baris: 8 titik, 4 triwulan.", table),
        };
    }
}
