using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Job seekers, placement and migrant workers.</summary>
internal static class Dinnaker
{
    private const string Org = "dinnaker";

    public static IEnumerable<SampleDataset> Build()
    {
        yield return Seekers();
        yield return Migrants();
    }

    private static SampleDataset Seekers()
    {
        (string Level, int Size)[] levels = [("SD", 34), ("SMP", 132), ("SMA", 171), ("SMK", 318), ("Diploma", 41), ("Sarjana ke atas", 66)];
        var table = Table.Of(
            "tahun bulan nama_bulan pendidikan pencari_kerja_terdaftar lowongan_terdaftar pencari_kerja_ditempatkan satuan",
            from year in Kit.Years(2024, 2025)
            from month in Kit.Months
            from level in levels
            let draw = new Draw($"kerja/{year}/{month.Number}/{level.Level}")
            // School leavers register from May to August.
            let seekers = (long)(level.Size * draw.Between(0.8, 1.2) * (month.Number is >= 5 and <= 8 ? 1.5 : 1))
            let openings = (long)(seekers * draw.Between(0.55, 0.95))
            select (object?[])[year, month.Number, month.Name, level.Level, seekers, openings, Math.Max(8, (long)(openings * draw.Between(0.6, 0.9))), "orang; lowongan"]);
        return new(Org, "pencari-kerja-2024-2025", "Pencari Kerja, Lowongan, dan Penempatan Menurut Pendidikan, 2024–2025")
        {
            Notes = "Jumlah pencari kerja yang mendaftar, lowongan yang dilaporkan perusahaan, dan pencari kerja yang ditempatkan setiap bulan menurut pendidikan tertinggi.",
            Theme = Themes.Education,
            Tags = ["pencari kerja", "lowongan", "penempatan", "ketenagakerjaan"],
            Concept = "Pencari kerja terdaftar", Definition = "Penduduk yang mendaftarkan diri untuk mendapat kerja dan memperoleh tanda bukti pendaftaran.",
            Measure = "Jumlah", Unit = "Orang", Classification = "Bulan; pendidikan", Schedule = "Bulanan", Years = "2024-2025",
            Resources = Kit.CsvAndXlsx("pencari-kerja-2024-2025", "Pencari kerja 2024–2025", "144 baris.", table),
        };
    }

    private static SampleDataset Migrants()
    {
        (string Country, int Size)[] countries = [("Hong Kong", 118), ("Taiwan", 164), ("Singapura", 52), ("Malaysia", 96), ("Korea Selatan", 71), ("Jepang", 58)];
        var table = Table.Of(
            "tahun negara_tujuan jumlah_penempatan satuan",
            from year in Kit.Years(2021, 2025)
            from country in countries
            let draw = new Draw($"pmi/{year}/{country.Country}")
            select (object?[])[year, country.Country, (long)(country.Size * draw.Between(0.75, 1.2) * (year == 2021 ? 0.4 : 1)), "orang"]);
        return new(Org, "penempatan-pekerja-migran-2021-2025", "Penempatan Pekerja Migran Indonesia Menurut Negara Tujuan, 2021–2025")
        {
            Notes = "Jumlah pekerja migran asal kabupaten yang ditempatkan setiap tahun menurut negara atau wilayah tujuan. Penempatan 2021 rendah karena pembatasan perjalanan.",
            Theme = Themes.Defence,
            Tags = ["pekerja migran", "PMI", "luar negeri", "penempatan"],
            Concept = "Pekerja migran Indonesia", Definition = "Penduduk yang berangkat bekerja ke luar negeri melalui penempatan resmi.",
            Measure = "Jumlah", Unit = "Orang", Classification = "Negara tujuan; tahun", Schedule = "Tahunan", Years = "2021-2025",
            Resources = [Kit.Csv("penempatan-pekerja-migran-2021-2025", "Penempatan pekerja migran 2021–2025", "30 baris.", table)],
        };
    }
}
