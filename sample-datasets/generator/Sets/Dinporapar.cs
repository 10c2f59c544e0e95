using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Tourism and sport.</summary>
internal static class Dinporapar
{
    private const string Org = "dinporapar";

    /// <summary>Places that exist; the figures and the points are drawn.</summary>
    private static readonly (string Name, string Kind, string Kecamatan, string Desa, int Visitors)[] Places =
    [
        ("Owabong Waterpark", "Wisata air", "Bojongsari", "Bojongsari", 412_000), ("Sanggaluri Park", "Wisata edukasi", "Kutasari", "Kutasari", 148_000), ("Purbasari Pancuran Mas", "Wisata air", "Padamara", "Purbayasa", 121_000),
        ("Goa Lawa Purbalingga (Golaga)", "Wisata alam", "Karangreja", "Siwarak", 206_000), ("D'Las Lembah Asri Serang", "Wisata alam", "Karangreja", "Serang", 164_000),
        ("Curug Sumba", "Wisata alam", "Kejobong", "Langgar", 14_000), ("Monumen Tempat Lahir Jenderal Soedirman", "Wisata sejarah", "Rembang", "Bantarbarang", 23_000), ("Usman Janatin City Park", "Taman kota", "Purbalingga", "Purbalingga Lor", 87_000),
    ];

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        var monthly = Places.ToDictionary(p => p.Name, p => Shares.Of(
            (long)(p.Visitors * new Draw("wisata/" + p.Name).Between(0.9, 1.1)),
            [.. Kit.Months.Select(m => (m.Number is 4 or 6 or 7 or 12 ? 1.7 : m.Number == 3 ? 0.5 : 1) * new Draw($"wisata/{p.Name}/{m.Number}").Between(0.85, 1.15))]));
        yield return Visits(monthly);
        yield return Attractions(regency, monthly);
        yield return Sport(regency);
    }

    private static SampleDataset Visits(Dictionary<string, long[]> monthly)
    {
        var table = Table.Of(
            "nama_daya_tarik_wisata tahun bulan nama_bulan wisatawan_nusantara wisatawan_mancanegara jumlah_kunjungan satuan",
            from place in Places
            from month in Kit.Months
            let all = monthly[place.Name][month.Number - 1]
            let foreign = (long)(all * 0.002) + 5
            select (object?[])[place.Name, 2025, month.Number, month.Name, all - foreign, foreign, all, "kunjungan"]);
        var quarters = new OfficialSheet("Kunjungan 2025")
        {
            Titles = ["KUNJUNGAN WISATAWAN MENURUT DAYA TARIK WISATA", "TAHUN 2025 (DATA CONTOH)"],
            Head = [("No", []), ("Daya Tarik Wisata", []), ("Triwulan", ["I", "II", "III", "IV"]), ("Jumlah", [])],
            Rows = Kit.Numbered(Places.Select(p => (object?[])[p.Name, .. Enumerable.Range(0, 4).Select(q => (object?)Quarter(monthly[p.Name], q)), monthly[p.Name].Sum()])),
            Total = ["JUMLAH", null, .. Enumerable.Range(0, 4).Select(q => (object?)Places.Sum(p => Quarter(monthly[p.Name], q))), monthly.Values.Sum(v => v.Sum())],
            Foot = ["Sumber: Dinporapar Kabupaten Purbalingga (data contoh)", "*) kunjungan dihitung dari karcis masuk"],
            NumbersAsText = true,
        };
        return new(Org, "kunjungan-wisata-2025", "Kunjungan Wisatawan Menurut Daya Tarik Wisata dan Bulan, 2025")
        {
            Notes = "Jumlah kunjungan wisatawan nusantara dan mancanegara setiap bulan di delapan daya tarik wisata. Jumlah setahun sama dengan kolom kunjungan pada dataset lokasi daya tarik wisata.",
            Theme = Themes.Economy,
            Tags = ["pariwisata", "kunjungan wisata", "wisatawan"],
            Concept = "Kunjungan wisatawan", Definition = "Setiap kedatangan pengunjung yang membeli karcis masuk daya tarik wisata.",
            Measure = "Jumlah", Unit = "Kunjungan", Classification = "Daya tarik wisata; bulan; asal", Schedule = "Bulanan", Years = "2025",
            Resources =
            [
                Kit.Csv("kunjungan-wisata-2025", "Kunjungan wisata 2025 (CSV)", "96 baris: 8 daya tarik, 12 bulan.", table),
                Kit.Official("laporan-kunjungan-wisata-2025", "Laporan kunjungan wisata 2025 (bentuk laporan)", "Rekap triwulanan dengan angka teks Indonesia.", quarters),
            ],
        };
    }

    private static long Quarter(long[] months, int quarter) => months[(quarter * 3)..((quarter * 3) + 3)].Sum();

    private static SampleDataset Attractions(Regency regency, Dictionary<string, long[]> monthly)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " kemendagri_kode_desa_kelurahan nama_daya_tarik_wisata jenis_wisata kunjungan_2025 lintang bujur",
            Places.Select(p =>
            {
                var desa = regency.Gazetteer.Find(p.Kecamatan, p.Desa);
                var (latitude, longitude) = Kit.Near(desa, p.Name);
                return (object?[])[.. Kit.Head(regency.Gazetteer.Find(p.Kecamatan)), desa.Code, p.Name, p.Kind, monthly[p.Name].Sum(), latitude, longitude];
            }));
        return new(Org, "lokasi-daya-tarik-wisata", "Lokasi Daya Tarik Wisata")
        {
            Notes = "Delapan daya tarik wisata dengan jenis, jumlah kunjungan 2025, dan titik di sekitar pusat desa. Nama tempat nyata; angka dan titik rekaan.",
            Theme = Themes.Economy,
            Tags = ["pariwisata", "daya tarik wisata", "lokasi", "peta"],
            Concept = "Daya tarik wisata", Definition = "Tempat yang memiliki keunikan, keindahan, atau nilai yang menjadi tujuan kunjungan wisatawan.",
            Measure = "Jumlah", Unit = "Tempat", Classification = "Kecamatan; jenis wisata", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndPoints("lokasi-daya-tarik-wisata", "Lokasi daya tarik wisata", "8 tempat.", table),
        };
    }

    private static SampleDataset Sport(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " jenis_sarana jumlah satuan tahun",
            from kecamatan in regency.Kecamatan
            from kind in new[] { ("Lapangan sepak bola", 9, 20), ("Lapangan bola voli", 12, 30), ("Lapangan bulu tangkis", 10, 26), ("Kelompok kesenian", 15, 48), ("Sanggar seni", 2, 9) }
            select (object?[])[.. Kit.Head(kecamatan), kind.Item1, new Draw($"sarana/{kecamatan.Code}/{kind.Item1}").Whole(kind.Item2, kind.Item3), kind.Item1.StartsWith("Lapangan", StringComparison.Ordinal) ? "lapangan" : "kelompok", 2025]);
        return new(Org, "sarana-olahraga-kelompok-seni-2025", "Sarana Olahraga dan Kelompok Seni Menurut Kecamatan, 2025")
        {
            Notes = "Jumlah lapangan olahraga serta kelompok dan sanggar kesenian di setiap kecamatan.",
            Theme = Themes.Culture,
            Tags = ["olahraga", "kesenian", "budaya", "pemuda"],
            Concept = "Sarana olahraga dan kelompok seni", Definition = "Lapangan yang dapat dipakai umum dan kelompok kesenian yang terdaftar.",
            Measure = "Jumlah", Unit = "Lapangan; kelompok", Classification = "Kecamatan; jenis sarana", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = [Kit.Csv("sarana-olahraga-kelompok-seni-2025", "Sarana olahraga dan kelompok seni 2025", "90 baris.", table)],
        };
    }
}
