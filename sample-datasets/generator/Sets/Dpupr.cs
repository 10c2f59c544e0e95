using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Roads, bridges, rain and land.</summary>
internal static class Dpupr
{
    private const string Org = "dpupr";

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        var roads = Roads(regency);
        yield return RoadCondition(regency, roads);
        yield return Bridges(regency);
        yield return Rain();
        yield return Area(regency);
    }

    /// <summary>Lengths in metres: good, fair, lightly and heavily damaged.</summary>
    private static List<Road> Roads(Regency regency)
    {
        var roads = new List<Road>();
        foreach (var kecamatan in regency.Kecamatan)
        {
            var draw = new Draw("jalan/" + kecamatan.Code);
            var count = draw.Whole(8, 13);
            for (var n = 0; n < count; n++)
            {
                var from = kecamatan.Desa[n % kecamatan.Desa.Count];
                var to = kecamatan.Desa[(n + 1 + draw.Whole(0, 2)) % kecamatan.Desa.Count];
                var length = draw.Whole(1_800, 7_400);
                var parts = Shares.Of(length, [draw.Between(45, 75), draw.Between(12, 28), draw.Between(4, 14), draw.Between(1, 9)]);
                roads.Add(new Road(kecamatan, $"{roads.Count + 1:D3}", $"{from.Name} - {(to == from ? kecamatan.Name + " Kota" : to.Name)}", draw.Next() < 0.86 ? "Aspal" : "Beton", Numbers.Round(draw.Between(3.0, 6.5), 1), parts));
            }
        }

        return roads;
    }

    private static SampleDataset RoadCondition(Regency regency, List<Road> roads)
    {
        var table = Table.Of(
            "nomor_ruas nama_ruas kemendagri_kode_kecamatan kemendagri_nama_kecamatan jenis_permukaan lebar_m panjang_km panjang_baik_km panjang_sedang_km panjang_rusak_ringan_km panjang_rusak_berat_km persentase_mantap tahun",
            roads.Select(r => (object?[])[r.Number, r.Name, r.Kecamatan.Code, r.Kecamatan.Name, r.Surface, r.Width, Km(r.Parts.Sum()), .. r.Parts.Select(p => (object?)Km(p)), Numbers.Percent(r.Parts[0] + r.Parts[1], r.Parts.Sum()), 2025]));
        var recap = new OfficialSheet("Rekap Kondisi")
        {
            Titles = ["REKAPITULASI KONDISI JALAN KABUPATEN", "KEADAAN 31 DESEMBER 2025", "(DATA CONTOH, BUKAN ANGKA RESMI)"],
            Head = [("No", []), ("Kecamatan", []), ("Jumlah Ruas", []), ("Panjang menurut Kondisi (km)", ["Baik", "Sedang", "Rusak Ringan", "Rusak Berat"]), ("Panjang (km)", [])],
            Rows = Kit.Numbered(regency.Kecamatan.Select(k => RecapRow(k.Name, [.. roads.Where(r => r.Kecamatan == k)]))),
            Total = ["JUMLAH", .. RecapRow("", roads)],
            Foot = ["Sumber: DPUPR Kabupaten Purbalingga, Bidang Bina Marga (data contoh)", "Catatan: jalan mantap = baik + sedang"],
            SignedBy = "Kepala Dinas Pekerjaan Umum dan Penataan Ruang",
            NumbersAsText = true,
        };
        return new(Org, "kondisi-jalan-kabupaten-2025", "Kondisi Jalan Kabupaten Menurut Ruas, 2025")
        {
            Notes = "Panjang setiap ruas jalan kabupaten menurut kondisi permukaan: baik, sedang, rusak ringan, dan rusak berat. Nomor ruas adalah kode tiga angka dengan nol di depan. Rekap menurut kecamatan tersedia dalam bentuk laporan; jumlahnya sama dengan jumlah seluruh ruas.",
            Theme = Themes.Development,
            Tags = ["jalan", "kondisi jalan", "infrastruktur", "jalan mantap"],
            Concept = "Kondisi jalan", Definition = "Panjang jalan menurut tingkat kerusakan permukaan hasil survei kondisi jalan.",
            Measure = "Panjang", Unit = "Kilometer", Classification = "Ruas; kondisi permukaan", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference, PriorityYear = "2025",
            Resources =
            [
                Kit.Csv("kondisi-jalan-ruas-2025", "Kondisi jalan menurut ruas 2025 (CSV)", $"{roads.Count} ruas jalan.", table),
                Kit.Official("rekap-kondisi-jalan-2025", "Rekap kondisi jalan menurut kecamatan 2025 (bentuk laporan)", "Angka desimal tertulis dengan koma sebagai teks.", recap),
            ],
        };
    }

    private static object?[] RecapRow(string name, List<Road> roads) =>
        [name, roads.Count, .. Enumerable.Range(0, 4).Select(i => (object?)Km(roads.Sum(r => r.Parts[i]))), Km(roads.Sum(r => r.Parts.Sum()))];

    private static decimal Km(long metres) => metres / 1000m;

    private static SampleDataset Bridges(Regency regency)
    {
        string[] rivers = ["Klawing", "Serayu", "Gintung", "Soso", "Ponggawa", "Gringsing", "Lembereng", "Laban", "Kajar", "Tambra"];
        var rows = new List<object?[]>();
        foreach (var kecamatan in regency.Kecamatan)
        {
            var draw = new Draw("jembatan/" + kecamatan.Code);
            for (var n = draw.Whole(4, 8); n > 0; n--)
            {
                var desa = draw.Of(kecamatan.Desa);
                var (length, width) = (Numbers.Round(draw.Between(6, 64), 1), Numbers.Round(draw.Between(3, 7), 1));
                rows.Add([$"{rows.Count + 1:D4}", $"Jembatan Kali {draw.Of(rivers)} – {desa.Name}", kecamatan.Name, length, width, length * width, draw.Of(["Beton bertulang", "Rangka baja", "Komposit", "Gelagar beton"]), draw.Of(["Baik", "Baik", "Baik", "Sedang", "Rusak ringan"]), draw.Whole(1978, 2024)]);
            }
        }

        var table = new Table(["Nomor", "Nama Jembatan", "Kecamatan", "Panjang (m)", "Lebar (m)", "Luas Lantai (m²)", "Tipe Bangunan", "Kondisi", "Tahun Dibangun"], rows);
        return new(Org, "jembatan-kabupaten-2025", "Daftar Jembatan pada Jalan Kabupaten, 2025")
        {
            Notes = "Daftar jembatan pada ruas jalan kabupaten dengan ukuran, tipe bangunan, dan kondisinya. Berkas dibiarkan seperti disimpan Excel berbahasa Indonesia: pemisah titik koma, koma desimal, pengodean Windows-1252.",
            Theme = Themes.Development,
            Tags = ["jembatan", "infrastruktur", "jalan"],
            Concept = "Jembatan", Definition = "Bangunan pelengkap jalan yang menghubungkan dua tepi sungai, lembah, atau rintangan lain.",
            Measure = "Panjang", Unit = "Meter", Classification = "Kecamatan; tipe bangunan; kondisi", Schedule = "Tahunan", Years = "2025",
            Resources = [SampleResource.OfFile("Daftar jembatan 2025 (CSV titik koma)", $"{rows.Count} jembatan; pemisah titik koma, Windows-1252.", "jembatan-kabupaten-2025.csv", DelimitedText.ExcelCsv(table))],
        };
    }

    private static SampleDataset Rain()
    {
        (string Post, double Level)[] posts = [("Bobotsari", 1.10), ("Bukateja", 0.88), ("Karangmoncol", 1.08), ("Karangreja", 1.32), ("Kemangkon", 0.84), ("Kutasari", 1.06), ("Purbalingga", 0.95), ("Rembang", 1.12)];
        double[] wet = [0.68, 0.64, 0.66, 0.55, 0.38, 0.24, 0.14, 0.10, 0.18, 0.42, 0.66, 0.70];
        var table = Table.Of(
            "pos_hujan tanggal curah_hujan_mm",
            from post in posts
            let draw = new Draw("hujan/" + post.Post)
            from day in Enumerable.Range(0, 365).Select(new DateOnly(2025, 1, 1).AddDays)
            let rains = draw.Next() < wet[day.Month - 1]
            let depth = draw.Next()
            select (object?[])[post.Post, day, rains ? Numbers.Round(post.Level * (1 + (78 * depth * depth * depth)), 1) : 0m]);
        return new(Org, "curah-hujan-harian-2025", "Curah Hujan Harian Menurut Pos Hujan, 2025")
        {
            Notes = "Tinggi hujan setiap hari di delapan pos hujan sepanjang 2025. Hari tanpa hujan ditulis 0, bukan kosong.",
            Theme = Themes.Environment,
            Tags = ["curah hujan", "cuaca", "iklim", "pos hujan"],
            Concept = "Curah hujan", Definition = "Tinggi air hujan yang terkumpul di penakar dalam 24 jam, dibaca pukul 07.00 WIB.",
            Measure = "Tinggi", Unit = "Milimeter", Classification = "Pos hujan; tanggal", Schedule = "Bulanan", Years = "2025",
            Resources = [Kit.Csv("curah-hujan-harian-2025", "Curah hujan harian 2025", "2.920 baris: 8 pos, 365 hari.", table)],
        };
    }

    private static SampleDataset Area(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " luas_wilayah satuan sumber_luas tahun",
            regency.Kecamatan.Select(k => (object?[])[.. Kit.Head(k), regency.AreaByBig[k.Code], "km2", "BIG", 2025]));
        return new(Org, "luas-wilayah-kecamatan-big", "Luas Wilayah Menurut Kecamatan (Acuan BIG)")
        {
            Notes = "Luas setiap kecamatan menurut batas wilayah Badan Informasi Geospasial; jumlahnya **805,757 km²**. Portal ini juga memuat luas menurut BPS yang jumlahnya **777,64 km²**. Kedua angka sama-sama pernah dipakai resmi dan sengaja disandingkan sebagai contoh data yang tidak sejalan.",
            Theme = Themes.Support,
            Tags = ["luas wilayah", "kecamatan", "geospasial", "BIG"],
            Concept = "Luas wilayah", Definition = "Luas daratan di dalam batas administrasi kecamatan.",
            Measure = "Luas", Unit = "Kilometer persegi", Classification = "Kecamatan", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndXlsx("luas-wilayah-kecamatan-big", "Luas wilayah menurut kecamatan (BIG)", "18 kecamatan, jumlah 805,757 km².", table),
        };
    }

    private sealed record Road(Kecamatan Kecamatan, string Number, string Name, string Surface, decimal Width, long[] Parts);
}
