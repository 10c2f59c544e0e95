using System.Globalization;
using static Purbalingga.Samples.Tests.SampleFiles;

namespace Purbalingga.Samples.Tests;

/// <summary>No two tables of the samples may contradict each other, but the one pair that does so on purpose.</summary>
public sealed class ConsistencyTests
{
    private const decimal Population = 1_057_750;
    private const string ByDesa = "disdukcapil/jumlah-penduduk-desa-kelurahan-2025/jumlah-penduduk-desa-kelurahan-2025.csv";
    private const string ByKecamatan = "disdukcapil/jumlah-penduduk-kecamatan-2020-2025/jumlah-penduduk-kecamatan-2020-2025.csv";
    private const string ByAge = "disdukcapil/penduduk-kelompok-umur-2025/penduduk-kelompok-umur-2025.csv";
    private const string Monthly = "disdukcapil/penduduk-bulanan-desa-kelurahan-2020-2025/penduduk-bulanan-desa-kelurahan-2020-2025.csv";
    private const string Budget = "bakeuda/ringkasan-apbd-2021-2025/ringkasan-apbd-2021-2025.csv";

    [Fact]
    public void Should_name_exactly_the_18_kecamatan_and_239_desa_of_the_reference_list()
    {
        var reference = File.ReadAllLines(Path.Combine(Root, "reference", "wilayah-33.03.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        var kecamatan = reference.Where(r => r[1] == "kecamatan").Select(r => (r[0], r[2])).ToHashSet();
        var desa = reference.Where(r => r[1] is "desa" or "kelurahan").Select(r => (r[0], r[2])).ToHashSet();
        Assert.Equal((18, 239), (kecamatan.Count, desa.Count));
        Assert.Equal(kecamatan, Csv(ByDesa).Select(r => (r["kemendagri_kode_kecamatan"], r["kemendagri_nama_kecamatan"])).ToHashSet());
        Assert.Equal(desa, Csv(ByDesa).Select(r => (r["kemendagri_kode_desa_kelurahan"], r["kemendagri_nama_desa_kelurahan"])).ToHashSet());
        Assert.Equal(desa, Csv(Monthly).Select(r => (r["kemendagri_kode_desa_kelurahan"], r["kemendagri_nama_desa_kelurahan"])).ToHashSet());

        var codes = Csv("dinkominfo/kode-wilayah-kabupaten-purbalingga/kode-wilayah-33.03.csv");
        Assert.Equal(257, codes.Count);
        Assert.All(reference.Where(r => r[1] != "kabupaten"), r => Assert.Contains(codes, c =>
            c["kode_kemendagri"] == r[0] && c["tingkat"] == r[1] && c["nama"] == r[2] && Number(c["lintang"]) == Number(r[3]) && Number(c["bujur"]) == Number(r[4])));
    }

    [Fact]
    public void Should_pair_kecamatan_codes_alike_in_every_table()
    {
        var pairs = CsvFiles().SelectMany(Csv)
            .Select(r => (r["kemendagri_kode_kecamatan"], r["bps_kode_kecamatan"], r["kemendagri_nama_kecamatan"])).ToHashSet();
        Assert.Equal(18, pairs.Count);
        Assert.Equal(18, pairs.Select(p => p.Item2).Distinct().Count());
        Assert.Contains(("33.03.09", "3303120", "Bobotsari"), pairs);
        Assert.Contains(("33.03.04", "3303050", "Kaligondang"), pairs);
    }

    [Fact]
    public void Should_count_the_same_people_in_all_population_tables()
    {
        Assert.Equal(Population, Sum(ByDesa, "jumlah_penduduk"));
        Assert.Equal(536_866, Sum(ByDesa, "jumlah_penduduk", ("jenis_kelamin", "Laki-laki")));
        var monthly = Csv(Monthly);
        Assert.Equal(239 * 6 * 12 * 3, monthly.Count);
        foreach (var year in Enumerable.Range(2020, 6).Select(y => y.ToString(CultureInfo.InvariantCulture)))
        {
            var byKecamatan = Csv(ByKecamatan).Where(r => r["tahun"] == year).GroupBy(r => r["kemendagri_kode_kecamatan"]).ToDictionary(g => g.Key, g => g.Sum(r => Number(r["jumlah_penduduk"])));
            var december = monthly.Where(r => r["tahun"] == year && r["bulan"] == "12").GroupBy(r => r["kemendagri_kode_kecamatan"]).ToDictionary(g => g.Key, g => g.Sum(r => Number(r["jumlah_penduduk"])));
            Assert.Equal(byKecamatan, december);
        }

        Assert.Equal(PerKecamatan(ByDesa, "jumlah_penduduk", "jenis_kelamin"), PerKecamatan(ByAge, "jumlah_penduduk", "jenis_kelamin"));
        Assert.Equal(
            PerKecamatan(ByDesa, "jumlah_penduduk", "jenis_kelamin"),
            PerKecamatan(ByKecamatan, "jumlah_penduduk", "jenis_kelamin", ("tahun", "2025")));
    }

    [Fact]
    public void Should_keep_broad_ages_and_five_year_ages_in_step()
    {
        var broad = Csv(Monthly).Where(r => r["tahun"] == "2025" && r["bulan"] == "12").GroupBy(r => r["kelompok_umur"]).ToDictionary(g => g.Key, g => g.Sum(r => Number(r["jumlah_penduduk"])));
        var five = Csv(ByAge).GroupBy(r => int.Parse(r["kelompok_umur"].Split('-', '+')[0], CultureInfo.InvariantCulture) switch { < 15 => "0-14", < 65 => "15-64", _ => "65+" })
            .ToDictionary(g => g.Key, g => g.Sum(r => Number(r["jumlah_penduduk"])));
        Assert.Equal(broad, five);
    }

    [Fact]
    public void Should_weigh_and_inoculate_no_more_children_than_there_are()
    {
        var under5 = Csv(ByAge).Where(r => r["kelompok_umur"] == "0-4").GroupBy(r => r["kemendagri_kode_kecamatan"]).ToDictionary(g => g.Key, g => g.Sum(r => Number(r["jumlah_penduduk"])));
        Assert.All(Csv("dinkes/prevalensi-stunting-kecamatan-2022-2025/prevalensi-stunting-kecamatan-2022-2025.csv").Where(r => r["tahun"] == "2025"), r =>
        {
            Assert.InRange(Number(r["jumlah_balita_diukur"]), 1, under5[r["kemendagri_kode_kecamatan"]]);
            Assert.InRange(Number(r["jumlah_balita_stunting"]), 5, Number(r["jumlah_balita_diukur"]));
        });
        Assert.All(Csv("dinkes/imunisasi-dasar-lengkap-2025/imunisasi-dasar-lengkap-2025.csv"), r =>
            Assert.InRange(Number(r["jumlah_imunisasi_dasar_lengkap"]), 1, Number(r["jumlah_sasaran_bayi"])));
    }

    [Fact]
    public void Should_spend_by_agency_what_the_budget_says()
    {
        const string byAgency = "bakeuda/realisasi-belanja-opd-2025/realisasi-belanja-opd-2025.csv";
        const string tax = "bakeuda/realisasi-pbb-p2-kecamatan-2025/realisasi-pbb-p2-2025.csv";
        var taxLine = Csv(Budget).Single(r => r["tahun"] == "2025" && r["uraian"].Contains("PBB-P2", StringComparison.Ordinal));
        Assert.Equal(Sum(Budget, "pagu_rupiah", ("tahun", "2025"), ("jenis", "Belanja")), Sum(byAgency, "pagu_rupiah"));
        Assert.Equal(Sum(Budget, "realisasi_rupiah", ("tahun", "2025"), ("jenis", "Belanja")), Sum(byAgency, "realisasi_rupiah"));
        Assert.Equal(Number(taxLine["pagu_rupiah"]), Sum(tax, "target_rupiah"));
        Assert.Equal(Number(taxLine["realisasi_rupiah"]), Sum(tax, "realisasi_rupiah"));
    }

    [Fact]
    public void Should_count_complaints_alike_by_agency_channel_and_topic()
    {
        const string folder = "dinkominfo/statistik-aduan-matur-bupati-2025/";
        var byAgency = Csv(folder + "aduan-menurut-opd-2025.csv");
        Assert.Equal(5_450, byAgency.Sum(r => Number(r["jumlah_masuk"])));
        Assert.Equal(5_336, byAgency.Sum(r => Number(r["jumlah_selesai"])));
        Assert.All(byAgency, r => Assert.Equal(Number(r["jumlah_masuk"]), Number(r["dijawab_dalam_24_jam"]) + Number(r["dijawab_lebih_24_jam"])));
        Assert.All(byAgency, r => Assert.Equal(Number(r["jumlah_masuk"]), Number(r["jumlah_selesai"]) + Number(r["jumlah_belum_selesai"])));
        Assert.Equal(5_450, Sum(folder + "aduan-menurut-bulan-kanal-2025.csv", "jumlah_masuk"));
        Assert.Equal(5_450, Sum(folder + "aduan-menurut-topik-2025.csv", "jumlah_masuk"));
        Assert.All(Csv(folder + "aduan-menurut-bulan-kanal-2025.csv"), r => Assert.InRange(Number(r["jumlah_masuk"]), 5, 5_450));
    }

    [Fact]
    public void Should_list_as_many_schools_and_pupils_as_the_recap_counts()
    {
        const string recap = "dindikbud/sekolah-siswa-guru-kecamatan-2021-2025/sekolah-siswa-guru-2021-2025.csv";
        const string list = "dindikbud/lokasi-smp-negeri-2025/lokasi-smp-negeri-2025.csv";
        (string, string)[] state = [("tahun", "2025"), ("jenjang", "SMP"), ("status_sekolah", "Negeri")];
        Assert.Equal(Sum(recap, "jumlah_sekolah", state), Csv(list).Count);
        Assert.Equal(PerKecamatan(recap, "jumlah_siswa", "status_sekolah", state), PerKecamatan(list, "jumlah_siswa", "status_sekolah"));
        Assert.All(Csv("dindikbud/angka-partisipasi-sekolah-2021-2025/angka-partisipasi-sekolah-2021-2025.csv"), r =>
            Assert.Equal(Sum(recap, "jumlah_siswa", ("tahun", r["tahun"]), ("jenjang", r["jenjang"])), Number(r["jumlah_siswa"])));
    }

    [Fact]
    public void Should_contradict_itself_only_in_the_area_and_say_so()
    {
        Assert.Equal(805.757m, Sum("dpupr/luas-wilayah-kecamatan-big/luas-wilayah-kecamatan-big.csv", "luas_wilayah"));
        Assert.Equal(777.64m, Sum("bps-purbalingga/luas-wilayah-kecamatan-bps/luas-wilayah-kecamatan-bps.csv", "luas_wilayah"));
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        Assert.Contains("805.757", readme, StringComparison.Ordinal);
        Assert.Contains("777.64", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_pay_aid_to_no_more_families_than_stand_in_the_lowest_tenths()
    {
        var families = PerKecamatan("dinsosdaldukkb3a/keluarga-desil-kesejahteraan-2025/keluarga-desil-kesejahteraan-2025.csv", "jumlah_keluarga", "tahun").ToDictionary(p => p.Key[..8], p => p.Value);
        Assert.All(Csv("dinsosdaldukkb3a/penerima-bantuan-sosial-2025/penerima-bantuan-sosial-2025.csv"), r =>
            Assert.InRange(Number(r["jumlah_keluarga_penerima"]), 5, families[r["kemendagri_kode_kecamatan"]]));
    }

    [Fact]
    public void Should_count_the_same_families_everywhere()
    {
        var families = Csv("dinrumkim/akses-air-minum-sanitasi-2025/akses-air-minum-sanitasi-2025.csv").ToDictionary(r => r["kemendagri_nama_kecamatan"], r => Number(r["jumlah_keluarga"]));
        var printed = Workbook("disdukcapil/jumlah-penduduk-kecamatan-2020-2025/rekap-penduduk-2025.xlsx")[0].Rows.Where(r => families.ContainsKey(r[1])).ToDictionary(r => r[1], r => Official(r[5]));
        Assert.Equal(families, printed);
        var poor = Csv("dinsosdaldukkb3a/keluarga-desil-kesejahteraan-2025/keluarga-desil-kesejahteraan-2025.csv").GroupBy(r => r["kemendagri_nama_kecamatan"]);
        Assert.All(poor, g => Assert.InRange(g.Sum(r => Number(r["jumlah_keluarga"])), 1, families[g.Key]));
        const string bobotsari = "kecamatan-bobotsari/profil-desa-kecamatan-bobotsari-2025/profil-desa-bobotsari-2025.csv";
        Assert.Equal(families["Bobotsari"], Sum(bobotsari, "jumlah_keluarga"));
        Assert.All(Csv(bobotsari), r => Assert.Equal(Sum(ByDesa, "jumlah_penduduk", ("kemendagri_kode_desa_kelurahan", r["kemendagri_kode_desa_kelurahan"])), Number(r["jumlah_penduduk"])));
    }

    [Theory]
    [InlineData("dpupr/kondisi-jalan-kabupaten-2025/rekap-kondisi-jalan-2025.xlsx", 7, "dpupr/kondisi-jalan-kabupaten-2025/kondisi-jalan-ruas-2025.csv", "panjang_km", "2025")]
    [InlineData("dinpertan/produksi-padi-kecamatan-2021-2025/laporan-padi-2025.xlsx", 6, "dinpertan/produksi-padi-kecamatan-2021-2025/produksi-padi-2021-2025.csv", "produksi_ton", "2025")]
    [InlineData("dinporapar/kunjungan-wisata-2025/laporan-kunjungan-wisata-2025.xlsx", 6, "dinporapar/lokasi-daya-tarik-wisata/lokasi-daya-tarik-wisata.csv", "kunjungan_2025", "")]
    [InlineData("dinporapar/kunjungan-wisata-2025/laporan-kunjungan-wisata-2025.xlsx", 6, "dinporapar/kunjungan-wisata-2025/kunjungan-wisata-2025.csv", "jumlah_kunjungan", "2025")]
    [InlineData("bpbd/kejadian-bencana-2025/rekap-bencana-2025.xlsx", 9, "bpbd/kejadian-bencana-2025/kejadian-bencana-2025.csv", "perkiraan_kerugian_rupiah", "")]
    [InlineData("bakeuda/realisasi-belanja-opd-2025/laporan-realisasi-belanja-2025.xlsx", 3, "bakeuda/realisasi-belanja-opd-2025/realisasi-belanja-opd-2025.csv", "realisasi_rupiah", "2025")]
    [InlineData("dinsosdaldukkb3a/keluarga-desil-kesejahteraan-2025/rekap-desil-2025.xlsx", 6, "dinsosdaldukkb3a/keluarga-desil-kesejahteraan-2025/keluarga-desil-kesejahteraan-2025.csv", "jumlah_keluarga", "2025")]
    [InlineData("dinkopukm/koperasi-kecamatan-2025/koperasi-2025.xls", 5, "dinkopukm/koperasi-kecamatan-2025/koperasi-2025.csv", "jumlah_anggota", "2025")]
    [InlineData("dindikbud/sekolah-siswa-guru-kecamatan-2021-2025/rekap-sekolah-2025-2026.xlsx", 10, "dindikbud/sekolah-siswa-guru-kecamatan-2021-2025/sekolah-siswa-guru-2021-2025.csv", "jumlah_siswa", "SMP")]
    public void Should_print_the_totals_that_the_rows_add_up_to(string workbook, int totalAt, string csv, string column, string only)
    {
        var rows = Workbook(workbook)[0].Rows;
        var total = rows.Last(r => r.Any(c => c.StartsWith("jumlah", StringComparison.OrdinalIgnoreCase)));
        (string, string)[] where = only switch { "" => [], "SMP" => [("tahun", "2025"), ("jenjang", "SMP")], _ => [("tahun", only)] };
        Assert.Equal(decimal.Round(Sum(csv, column, where), 2), decimal.Round(Official(total[totalAt]), 2));
    }

    [Fact]
    public void Should_harvest_area_times_yield()
    {
        Assert.All(Csv("dinpertan/produksi-padi-kecamatan-2021-2025/produksi-padi-2021-2025.csv"), r =>
            Assert.Equal(Number(r["luas_panen_ha"]) * Number(r["produktivitas_kuintal_per_ha"]) / 10, Number(r["produksi_ton"]), 1));
    }

    [Fact]
    public void Should_quote_the_indicators_of_others_unchanged()
    {
        var bps = Csv("bps-purbalingga/indikator-sosial-ekonomi-2020-2025/indikator-sosial-ekonomi-2020-2025.csv").ToDictionary(r => r["indikator"] + r["tahun"], r => r["nilai"]);
        Assert.All(Csv("bappelitbangda/capaian-indikator-rpjmd-2022-2025/capaian-indikator-rpjmd-2022-2025.csv"), r =>
        {
            if (r["sumber_realisasi"] == "BPS")
            {
                Assert.Equal(bps[r["indikator"] + r["tahun"]], r["realisasi"]);
            }
            else
            {
                const string stunting = "dinkes/prevalensi-stunting-kecamatan-2022-2025/prevalensi-stunting-kecamatan-2022-2025.csv";
                var share = Sum(stunting, "jumlah_balita_stunting", ("tahun", r["tahun"])) * 100 / Sum(stunting, "jumlah_balita_diukur", ("tahun", r["tahun"]));
                Assert.Equal(decimal.Round(share, 2), Number(r["realisasi"]));
            }
        });
    }

    [Fact]
    public void Should_employ_at_least_the_teachers_it_counts_in_public_schools()
    {
        const string teachers = "dindikbud/sekolah-siswa-guru-kecamatan-2021-2025/sekolah-siswa-guru-2021-2025.csv";
        Assert.InRange(
            Sum(teachers, "jumlah_guru", ("tahun", "2025"), ("status_sekolah", "Negeri")),
            1,
            Sum("bkpsdm/jumlah-pegawai-opd-2025/jumlah-pegawai-opd-2025.csv", "jumlah_pegawai", ("kode_opd", "dindikbud")));
    }

    private static IEnumerable<string> CsvFiles() =>
        DatasetFolders.SelectMany(f => Directory.EnumerateFiles(f, "*.csv")).Where(f => File.ReadLines(f).First().Contains("bps_kode_kecamatan,kemendagri_kode_kecamatan", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Root, f));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A number of a workbook: a number cell, or an Indonesian text.</summary>
    private static decimal Official(string text) => text.Contains(',', StringComparison.Ordinal) || text.LastIndexOf('.') == text.Length - 4
        ? decimal.Parse(text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture)
        : Number(text);

    private static bool Fits(Dictionary<string, string> row, (string Column, string Value)[] where) => where.All(w => row[w.Column] == w.Value);

    private static decimal Sum(string path, string column, params (string Column, string Value)[] where) =>
        Csv(path).Where(r => Fits(r, where)).Sum(r => Number(r[column]));

    /// <summary>Sums by kecamatan and one more column, keyed "33.03.01/value".</summary>
    private static SortedDictionary<string, decimal> PerKecamatan(string path, string column, string by, params (string Column, string Value)[] where) =>
        new(Csv(path).Where(r => Fits(r, where)).GroupBy(r => r["kemendagri_kode_kecamatan"] + "/" + r[by]).ToDictionary(g => g.Key, g => g.Sum(r => Number(r[column]))), StringComparer.Ordinal);
}
