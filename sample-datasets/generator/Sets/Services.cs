using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Producers with one or two tables each: licences, hospital, libraries, order, legislation, planning, a kecamatan.</summary>
internal static class Services
{
    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Licences();
        yield return Investment();
        yield return Beds();
        yield return Libraries();
        yield return Order();
        yield return Legislation();
        yield return Targets(regency);
        yield return Bobotsari(regency);
    }

    private static SampleDataset Licences()
    {
        (string Sector, int Size)[] sectors = [("Perdagangan", 412), ("Industri", 168), ("Kesehatan", 96), ("Bangunan gedung", 74), ("Pariwisata", 31), ("Pertanian", 58), ("Transportasi", 22)];
        var table = Table.Of(
            "tahun bulan nama_bulan sektor jumlah_izin_terbit rata_rata_hari_penyelesaian satuan",
            from year in Kit.Years(2024, 2025)
            from month in Kit.Months
            from sector in sectors
            let draw = new Draw($"izin/{year}/{month.Number}/{sector.Sector}")
            select (object?[])[year, month.Number, month.Name, sector.Sector, (long)(sector.Size * draw.Between(0.75, 1.3)), Numbers.Round(draw.Between(0.6, 4.8), 1), "izin"]);
        return new("dpmptsp", "izin-terbit-2024-2025", "Izin yang Terbit Menurut Sektor dan Bulan, 2024–2025")
        {
            Notes = "Jumlah perizinan berusaha dan nonberusaha yang terbit setiap bulan menurut sektor, dengan rata-rata hari penyelesaian.",
            Theme = Themes.Economy,
            Tags = ["perizinan", "izin usaha", "layanan publik"],
            Concept = "Izin terbit", Definition = "Izin yang telah disahkan dan diserahkan kepada pemohon.",
            Measure = "Jumlah", Unit = "Izin", Classification = "Sektor; bulan", Schedule = "Bulanan", Years = "2024-2025",
            Resources = Kit.CsvAndXlsx("izin-terbit-2024-2025", "Izin terbit 2024–2025", "168 baris.", table),
        };
    }

    private static SampleDataset Investment()
    {
        var table = Table.Of(
            "tahun triwulan jenis_penanaman_modal jumlah_proyek nilai_investasi tenaga_kerja_terserap satuan_nilai",
            from year in Kit.Years(2021, 2025)
            from quarter in Enumerable.Range(1, 4)
            from kind in new[] { ("PMDN", 118_000, 640), ("PMA", 41_000, 17) }
            let draw = new Draw($"investasi/{year}/{quarter}/{kind.Item1}")
            select (object?[])[year, quarter, kind.Item1, (long)(kind.Item3 * draw.Between(0.7, 1.3)), Numbers.Round(kind.Item2 * draw.Between(0.6, 1.5), 1), (long)(kind.Item2 / 90.0 * draw.Between(0.6, 1.4)), "juta rupiah"]);
        return new("dpmptsp", "realisasi-investasi-2021-2025", "Realisasi Penanaman Modal Menurut Triwulan, 2021–2025")
        {
            Notes = "Jumlah proyek, nilai realisasi investasi, dan tenaga kerja yang terserap menurut penanaman modal dalam negeri (PMDN) dan asing (PMA).",
            Theme = Themes.Economy,
            Tags = ["investasi", "PMA", "PMDN", "penanaman modal"],
            Concept = "Realisasi penanaman modal", Definition = "Penanaman modal yang dilaporkan perusahaan melalui laporan kegiatan penanaman modal.",
            Measure = "Nilai", Unit = "Juta rupiah", Classification = "Triwulan; jenis penanaman modal", Schedule = "Triwulanan", Years = "2021-2025",
            Resources = [Kit.Csv("realisasi-investasi-2021-2025", "Realisasi investasi 2021–2025", "40 baris.", table)],
        };
    }

    private static SampleDataset Beds()
    {
        const int beds = 242;
        int[] days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        var table = Table.Of(
            "tahun bulan nama_bulan jumlah_tempat_tidur hari_perawatan pasien_keluar bor_persen los_hari toi_hari",
            Kit.Months.Select(m =>
            {
                var draw = new Draw($"rsud/{m.Number}");
                var available = beds * days[m.Number - 1];
                var used = (long)(available * draw.Between(0.62, 0.81));
                var left = (long)(used / draw.Between(3.4, 4.3));
                return (object?[])[2025, m.Number, m.Name, beds, used, left, Numbers.Percent(used, available), decimal.Round((decimal)used / left, 2), decimal.Round((decimal)(available - used) / left, 2)];
            }));
        return new("rsud-goeteng", "indikator-rawat-inap-2025", "Indikator Pelayanan Rawat Inap RSUD (BOR, LOS, TOI), 2025")
        {
            Notes = "Pemakaian tempat tidur (BOR), rata-rata lama dirawat (LOS), dan rata-rata tempat tidur kosong (TOI) setiap bulan. Rumus: BOR = hari perawatan ÷ (tempat tidur × hari); LOS = hari perawatan ÷ pasien keluar.",
            Theme = Themes.Welfare,
            Tags = ["rumah sakit", "rawat inap", "BOR", "RSUD"],
            Concept = "Mutu pelayanan rawat inap", Definition = "Ukuran pemakaian tempat tidur rumah sakit selama satu bulan.",
            Measure = "Persentase; rata-rata", Unit = "Persen; hari", Classification = "Bulan", Schedule = "Bulanan", Years = "2025", Coverage = "RSUD dr. R. Goeteng Taroenadibrata",
            MoreExtras = [("rumus", "BOR = hari perawatan / (tempat tidur x hari) x 100")],
            Resources = Kit.CsvAndXlsx("indikator-rawat-inap-2025", "Indikator rawat inap 2025", "12 bulan.", table),
        };
    }

    private static SampleDataset Libraries()
    {
        var table = Table.Of(
            "tahun bulan nama_bulan layanan jumlah_pengunjung jumlah_buku_dipinjam satuan",
            from year in Kit.Years(2024, 2025)
            from month in Kit.Months
            from service in new[] { ("Perpustakaan umum", 3_900), ("Perpustakaan keliling", 1_450), ("Perpustakaan digital", 820) }
            let draw = new Draw($"pustaka/{year}/{month.Number}/{service.Item1}")
            let visitors = (long)(service.Item2 * draw.Between(0.7, 1.3))
            select (object?[])[year, month.Number, month.Name, service.Item1, visitors, (long)(visitors * draw.Between(0.6, 1.1)), "orang; buku"]);
        return new("dinarpus", "kunjungan-perpustakaan-2024-2025", "Kunjungan dan Peminjaman Perpustakaan Daerah, 2024–2025")
        {
            Notes = "Jumlah pengunjung dan buku yang dipinjam setiap bulan di perpustakaan umum, keliling, dan digital.",
            Theme = Themes.Education,
            Tags = ["perpustakaan", "literasi", "kunjungan"],
            Concept = "Pemanfaatan perpustakaan", Definition = "Kunjungan dan peminjaman yang tercatat di layanan perpustakaan daerah.",
            Measure = "Jumlah", Unit = "Orang; buku", Classification = "Bulan; layanan", Schedule = "Bulanan", Years = "2024-2025",
            Resources = [Kit.Csv("kunjungan-perpustakaan-2024-2025", "Kunjungan perpustakaan 2024–2025", "72 baris.", table)],
        };
    }

    private static SampleDataset Order()
    {
        var table = Table.Of(
            "tahun triwulan jenis_penertiban jumlah_kegiatan jumlah_pelanggaran pelanggaran_ditindak satuan",
            from year in Kit.Years(2023, 2025)
            from quarter in Enumerable.Range(1, 4)
            from kind in new[] { ("Pedagang kaki lima", 74), ("Reklame tanpa izin", 168), ("Minuman beralkohol", 26), ("Rokok tanpa cukai", 38), ("Ketertiban umum lainnya", 61) }
            let draw = new Draw($"perda/{year}/{quarter}/{kind.Item1}")
            let found = (long)(kind.Item2 * draw.Between(0.7, 1.3))
            select (object?[])[year, quarter, kind.Item1, draw.Whole(8, 30), found, (long)(found * draw.Between(0.8, 1.0)), "kegiatan; pelanggaran"]);
        return new("satpol-pp", "penegakan-perda-2023-2025", "Penegakan Peraturan Daerah Menurut Jenis Pelanggaran, 2023–2025")
        {
            Notes = "Jumlah kegiatan penertiban, pelanggaran yang ditemukan, dan yang ditindak setiap triwulan.",
            Theme = Themes.Order,
            Tags = ["ketertiban umum", "peraturan daerah", "Satpol PP"],
            Concept = "Penegakan peraturan daerah", Definition = "Tindakan terhadap pelanggaran peraturan daerah dan peraturan bupati.",
            Measure = "Jumlah", Unit = "Pelanggaran", Classification = "Triwulan; jenis penertiban", Schedule = "Triwulanan", Years = "2023-2025",
            Resources = [Kit.Csv("penegakan-perda-2023-2025", "Penegakan perda 2023–2025", "60 baris.", table)],
        };
    }

    private static SampleDataset Legislation()
    {
        var table = Table.Of(
            "tahun jenis_produk_hukum jumlah satuan",
            from year in Kit.Years(2021, 2025)
            from kind in new[] { ("Peraturan Daerah", 8, 16), ("Peraturan Bupati", 72, 118), ("Keputusan Bupati", 310, 460), ("Instruksi Bupati", 5, 12) }
            select (object?[])[year, kind.Item1, new Draw($"hukum/{year}/{kind.Item1}").Whole(kind.Item2, kind.Item3), "dokumen"]);
        return new("setda", "produk-hukum-daerah-2021-2025", "Jumlah Produk Hukum Daerah Menurut Jenis, 2021–2025")
        {
            Notes = "Jumlah peraturan daerah, peraturan bupati, keputusan bupati, dan instruksi bupati yang ditetapkan setiap tahun. Dokumennya ada di jaringan dokumentasi hukum; tautan di sini hanya contoh.",
            Theme = Themes.Government,
            Tags = ["produk hukum", "peraturan daerah", "peraturan bupati", "JDIH"],
            Concept = "Produk hukum daerah", Definition = "Peraturan dan keputusan yang ditetapkan kepala daerah, sebagian bersama DPRD.",
            Measure = "Jumlah", Unit = "Dokumen", Classification = "Jenis produk hukum; tahun", Schedule = "Tahunan", Years = "2021-2025",
            Resources =
            [
                Kit.Csv("produk-hukum-daerah-2021-2025", "Produk hukum daerah 2021–2025", "20 baris.", table),
                SampleResource.OfLink("Daftar peraturan bupati 2025 (PDF)", "Tautan contoh ke dokumen di luar portal; alamatnya tidak aktif.", "PDF", "https://jdih.purbalingga.test/dokumen/daftar-perbup-2025.pdf"),
            ],
        };
    }

    private static SampleDataset Targets(Regency regency)
    {
        (string Indicator, string Unit, Func<int, decimal> Value, decimal Step)[] indicators =
        [
            ("Indeks Pembangunan Manusia", "indeks", year => Bps.Indicator("Indeks Pembangunan Manusia", year), 0.15m),
            ("Persentase penduduk miskin", "persen", year => Bps.Indicator("Persentase penduduk miskin", year), -0.20m),
            ("Tingkat pengangguran terbuka", "persen", year => Bps.Indicator("Tingkat pengangguran terbuka", year), -0.10m),
            ("Prevalensi stunting balita", "persen", year => Dinkes.StuntingPrevalence(regency, year), -0.50m),
        ];
        var table = Table.Of(
            "tahun indikator target realisasi satuan sumber_realisasi",
            from year in Kit.Years(2022, 2025)
            from indicator in indicators
            let real = indicator.Value(year)
            select (object?[])[year, indicator.Indicator, decimal.Round(real + (indicator.Step * new Draw($"target/{year}/{indicator.Indicator}").Whole(-2, 3)), 2), real, indicator.Unit, indicator.Indicator.StartsWith("Prevalensi", StringComparison.Ordinal) ? "Dinkes" : "BPS"]);
        return new("bappelitbangda", "capaian-indikator-rpjmd-2022-2025", "Target dan Capaian Indikator Kinerja Daerah (RPJMD), 2022–2025")
        {
            Notes = "Target dan realisasi indikator kinerja utama daerah. Realisasi diambil dari dataset BPS dan Dinas Kesehatan di portal ini sehingga angkanya sama.",
            Theme = Themes.Development,
            Tags = ["RPJMD", "indikator kinerja", "perencanaan", "IPM", "stunting"],
            Concept = "Indikator kinerja daerah", Definition = "Ukuran keberhasilan pembangunan yang ditetapkan dalam rencana pembangunan jangka menengah daerah.",
            Measure = "Indeks; persentase", Unit = "Sesuai indikator", Classification = "Indikator; tahun", Schedule = "Tahunan", Years = "2022-2025", PriorityYear = "2025",
            Resources = Kit.CsvAndXlsx("capaian-indikator-rpjmd-2022-2025", "Capaian RPJMD 2022–2025", "16 baris.", table),
        };
    }

    private static SampleDataset Bobotsari(Regency regency)
    {
        var kecamatan = regency.Gazetteer.Find("Bobotsari");
        var families = Shares.Of(regency.Households[kecamatan.Code], [.. kecamatan.Desa.Select(d => (double)regency.People(d, 2025))]);
        var table = Table.Of(
            "kemendagri_kode_desa_kelurahan kemendagri_nama_desa_kelurahan jumlah_penduduk jumlah_keluarga jumlah_rw jumlah_rt tahun",
            kecamatan.Desa.Select((d, i) =>
            {
                var neighbourhoods = (regency.People(d, 2025) / 160) + 4;
                return (object?[])[d.Code, d.Name, regency.People(d, 2025), families[i], neighbourhoods / 4, neighbourhoods, 2025];
            }));
        return new("kecamatan-bobotsari", "profil-desa-kecamatan-bobotsari-2025", "Profil Desa di Kecamatan Bobotsari, 2025")
        {
            Notes = "Jumlah penduduk, keluarga, rukun warga, dan rukun tetangga di 16 desa di Kecamatan Bobotsari. Jumlah penduduk dan keluarga sama dengan dataset Disdukcapil.",
            Theme = Themes.Government,
            Tags = ["profil desa", "Bobotsari", "desa", "RT", "RW"],
            Concept = "Profil desa", Definition = "Gambaran ringkas kependudukan dan kelembagaan desa pada akhir tahun.",
            Measure = "Jumlah", Unit = "Jiwa; keluarga; unit", Classification = "Desa", Schedule = "Tahunan", Years = "2025", Coverage = "Kecamatan Bobotsari", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndXlsx("profil-desa-bobotsari-2025", "Profil desa Kecamatan Bobotsari 2025", "16 desa.", table),
        };
    }
}
