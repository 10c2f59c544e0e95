using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Health.</summary>
internal static class Dinkes
{
    private const string Org = "dinkes";

    /// <summary>The 22 Puskesmas: name, kecamatan, desa they are placed in.</summary>
    private static readonly (string Name, string Kecamatan, string Desa)[] Centres =
    [
        ("Kemangkon", "Kemangkon", "Panican"), ("Bukateja", "Bukateja", "Bukateja"), ("Kutawis", "Bukateja", "Kutawis"), ("Kejobong", "Kejobong", "Kejobong"),
        ("Pengadegan", "Pengadegan", "Pengadegan"), ("Kaligondang", "Kaligondang", "Kaligondang"), ("Kalikajar", "Kaligondang", "Kalikajar"),
        ("Purbalingga", "Purbalingga", "Purbalingga Lor"), ("Bojong", "Purbalingga", "Bojong"), ("Kalimanah", "Kalimanah", "Kalimanah Wetan"),
        ("Padamara", "Padamara", "Padamara"), ("Kutasari", "Kutasari", "Kutasari"), ("Bojongsari", "Bojongsari", "Bojongsari"), ("Mrebet", "Mrebet", "Mrebet"),
        ("Serayu Larangan", "Mrebet", "Serayu Larangan"), ("Bobotsari", "Bobotsari", "Bobotsari"), ("Karangreja", "Karangreja", "Karangreja"),
        ("Karangjambu", "Karangjambu", "Karangjambu"), ("Karanganyar", "Karanganyar", "Karanganyar"), ("Karangtengah", "Kertanegara", "Karangtengah"),
        ("Karangmoncol", "Karangmoncol", "Karangsari"), ("Rembang", "Rembang", "Losari"),
    ];

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Facilities(regency);
        yield return Visits(regency);
        yield return Stunting(regency);
        yield return Immunization(regency);
        yield return Dengue();
    }

    /// <summary>Prevalence of the whole regency in percent.</summary>
    public static decimal StuntingPrevalence(Regency regency, int year)
    {
        var rows = Weighings(regency).Where(r => r.Year == year).ToList();
        return Numbers.Percent(rows.Sum(r => r.Stunted), rows.Sum(r => r.Measured));
    }

    private static List<(Kecamatan Kecamatan, int Year, long Measured, long Stunted)> Weighings(Regency regency) =>
        [.. from year in Kit.Years(2022, 2025)
            from kecamatan in regency.Kecamatan
            let draw = new Draw("stunting/" + kecamatan.Code + year.ToString(Numbers.Plain))
            let under5 = regency.Ages(kecamatan, "L")[0] + regency.Ages(kecamatan, "P")[0]
            let measured = (long)(under5 * draw.Between(0.90, 0.97))
            let level = new Draw("stunting/" + kecamatan.Code).Between(0.85, 1.2) * (0.165 - (0.018 * (year - 2022)))
            let stunted = (long)(measured * level)
            select (Kecamatan: kecamatan, Year: year, Measured: measured, Stunted: stunted)];

    private static SampleDataset Facilities(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " kemendagri_kode_desa_kelurahan nama_desa_kelurahan nama_puskesmas jenis_layanan jumlah_tempat_tidur lintang bujur tahun",
            Centres.Select(c =>
            {
                var kecamatan = regency.Gazetteer.Find(c.Kecamatan);
                var desa = regency.Gazetteer.Find(c.Kecamatan, c.Desa);
                var (latitude, longitude) = Kit.Near(desa, "puskesmas/" + c.Name);
                var draw = new Draw("puskesmas/" + c.Name);
                var inpatient = draw.Next() < 0.6;
                return (object?[])[.. Kit.Head(kecamatan), desa.Code, desa.Name, "Puskesmas " + c.Name, inpatient ? "Rawat inap" : "Rawat jalan", inpatient ? draw.Whole(6, 16) : 0, latitude, longitude, 2025];
            }));
        return new(Org, "lokasi-puskesmas", "Lokasi dan Jenis Layanan Puskesmas")
        {
            Notes = "Nama 22 Puskesmas beserta jenis layanan, jumlah tempat tidur, dan titik lokasinya. Titik diletakkan di sekitar pusat desa, bukan hasil pengukuran di lapangan.",
            Theme = Themes.Welfare,
            Tags = ["puskesmas", "fasilitas kesehatan", "lokasi", "peta"],
            Concept = "Pusat Kesehatan Masyarakat", Definition = "Fasilitas pelayanan kesehatan tingkat pertama milik pemerintah daerah.",
            Measure = "Jumlah", Unit = "Unit", Classification = "Kecamatan; jenis layanan", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndPoints("lokasi-puskesmas", "Lokasi Puskesmas", "22 Puskesmas.", table),
        };
    }

    private static SampleDataset Visits(Regency regency)
    {
        var table = Table.Of(
            "kemendagri_kode_kecamatan nama_puskesmas tahun bulan nama_bulan kunjungan_rawat_jalan kunjungan_rawat_inap satuan",
            from centre in Centres
            let kecamatan = regency.Gazetteer.Find(centre.Kecamatan)
            let draw = new Draw("kunjungan/" + centre.Name)
            let size = draw.Between(0.030, 0.045) / Centres.Count(c => c.Kecamatan == centre.Kecamatan)
            from month in Kit.Months
            select (object?[])[kecamatan.Code, "Puskesmas " + centre.Name, 2025, month.Number, month.Name, (long)(regency.People(kecamatan, 2025) * size * draw.Between(0.88, 1.12)), draw.Whole(18, 74), "kunjungan"]);
        return new(Org, "kunjungan-puskesmas-2025", "Kunjungan Pasien Puskesmas Menurut Bulan, 2025")
        {
            Notes = "Jumlah kunjungan rawat jalan dan rawat inap setiap bulan di 22 Puskesmas. Angka adalah kunjungan, bukan orang: seorang pasien dapat berkunjung lebih dari sekali.",
            Theme = Themes.Welfare,
            Tags = ["puskesmas", "kunjungan", "rawat jalan", "rawat inap"],
            Concept = "Kunjungan pasien", Definition = "Setiap kedatangan pasien yang tercatat menerima layanan di Puskesmas.",
            Measure = "Jumlah", Unit = "Kunjungan", Classification = "Puskesmas; bulan; jenis layanan", Schedule = "Bulanan", Years = "2025",
            Resources = Kit.CsvAndXlsx("kunjungan-puskesmas-2025", "Kunjungan Puskesmas 2025", "264 baris: 22 Puskesmas, 12 bulan.", table),
        };
    }

    private static SampleDataset Stunting(Regency regency)
    {
        var rows = Weighings(regency);
        var table = Table.Of(
            Kit.KecamatanColumns + " jumlah_balita_diukur jumlah_balita_stunting prevalensi_stunting satuan_prevalensi tahun",
            rows.Select(r => (object?[])[.. Kit.Head(r.Kecamatan), r.Measured, r.Stunted, Numbers.Percent(r.Stunted, r.Measured), "persen", r.Year]));
        var sheets = Kit.Years(2022, 2025).Select(year =>
        {
            var of = rows.Where(r => r.Year == year).ToList();
            return new OfficialSheet(year.ToString(Numbers.Plain))
            {
                Titles = ["PREVALENSI STUNTING BALITA MENURUT KECAMATAN", $"KABUPATEN PURBALINGGA TAHUN {year}", "(DATA CONTOH, BUKAN ANGKA RESMI)"],
                Head = [("No.", []), ("Kecamatan", []), ("Balita (anak)", ["Diukur", "Stunting"]), ("Prevalensi (%)", [])],
                Rows = Kit.Numbered(of.Select(r => (object?[])[r.Kecamatan.Name, r.Measured, r.Stunted, Numbers.Percent(r.Stunted, r.Measured)])),
                Total = ["Kab. Purbalingga", null, of.Sum(r => r.Measured), of.Sum(r => r.Stunted), Numbers.Percent(of.Sum(r => r.Stunted), of.Sum(r => r.Measured))],
                Foot = ["Sumber: Dinas Kesehatan Kabupaten Purbalingga, penimbangan serentak (data contoh)", "Keterangan: prevalensi = balita stunting dibagi balita diukur x 100"],
                SignedBy = "Kepala Dinas Kesehatan",
                NumbersAsText = true,
                NumberedColumns = true,
            };
        }).Append(new OfficialSheet("kertas kerja")
        {
            Head = [("Catatan pengolahan", [])],
            Rows = [["Lembar bantu pengolah data, tidak untuk dicetak."], ["Periksa ulang jumlah balita diukur sebelum dikirim."]],
            Hidden = true,
        });
        return new(Org, "prevalensi-stunting-kecamatan-2022-2025", "Prevalensi Stunting Balita Menurut Kecamatan, 2022–2025")
        {
            Notes = "Hasil penimbangan serentak: jumlah balita yang diukur, yang stunting, dan prevalensinya di setiap kecamatan. Berkas XLSX berbentuk laporan: satu lembar per tahun, kepala tabel bertingkat, angka teks Indonesia, dan satu lembar tersembunyi.",
            Theme = Themes.Welfare,
            Tags = ["stunting", "balita", "gizi", "kesehatan anak"],
            Concept = "Stunting", Definition = "Balita dengan panjang atau tinggi badan menurut umur di bawah minus dua simpangan baku standar pertumbuhan anak.",
            Measure = "Persentase", Unit = "Persen", Classification = "Kecamatan; tahun", Schedule = "Tahunan", Years = "2022-2025", CodeReference = Kit.CodeReference, PriorityYear = "2025",
            MoreExtras = [("rumus", "balita stunting / balita diukur x 100")],
            Resources =
            [
                Kit.Csv("prevalensi-stunting-kecamatan-2022-2025", "Prevalensi stunting 2022–2025 (CSV)", "72 baris: 18 kecamatan, 4 tahun.", table),
                Kit.Official("laporan-stunting-2022-2025", "Laporan stunting 2022–2025 (bentuk laporan)", "Empat lembar tahunan dan satu lembar tersembunyi.", [.. sheets]),
            ],
        };
    }

    private static SampleDataset Immunization(Regency regency)
    {
        var table = Table.Of(
            Kit.KecamatanColumns + " jumlah_sasaran_bayi jumlah_imunisasi_dasar_lengkap persentase_imunisasi_dasar_lengkap tahun",
            regency.Kecamatan.Select(k =>
            {
                var draw = new Draw("imunisasi/" + k.Code);
                var babies = (long)((regency.Ages(k, "L")[0] + regency.Ages(k, "P")[0]) * draw.Between(0.195, 0.205));
                var complete = (long)(babies * draw.Between(0.91, 0.995));
                return (object?[])[.. Kit.Head(k), babies, complete, Numbers.Percent(complete, babies), 2025];
            }));
        return new(Org, "imunisasi-dasar-lengkap-2025", "Cakupan Imunisasi Dasar Lengkap Menurut Kecamatan, 2025")
        {
            Notes = "Jumlah bayi sasaran dan bayi yang menerima imunisasi dasar lengkap di setiap kecamatan.",
            Theme = Themes.Welfare,
            Tags = ["imunisasi", "bayi", "kesehatan anak"],
            Concept = "Imunisasi dasar lengkap", Definition = "Bayi yang telah menerima seluruh imunisasi dasar sebelum berumur satu tahun.",
            Measure = "Persentase", Unit = "Persen", Classification = "Kecamatan", Schedule = "Tahunan", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = [Kit.Csv("imunisasi-dasar-lengkap-2025", "Imunisasi dasar lengkap 2025", "18 kecamatan.", table)],
        };
    }

    private static SampleDataset Dengue()
    {
        // Rain falls from November to April, and with it come the mosquitoes.
        int[] season = [58, 66, 61, 47, 33, 24, 17, 14, 13, 17, 27, 42];
        var table = Table.Of(
            "tahun bulan nama_bulan jumlah_kasus satuan",
            from year in Kit.Years(2021, 2025)
            let level = new Draw("dbd/" + year.ToString(Numbers.Plain)).Between(0.7, 1.6)
            let draw = new Draw("dbd/bulan/" + year.ToString(Numbers.Plain))
            from month in Kit.Months
            select (object?[])[year, month.Number, month.Name, (long)(season[month.Number - 1] * level * draw.Between(0.85, 1.15)), "kasus"]);
        return new(Org, "kasus-demam-berdarah-2021-2025", "Kasus Demam Berdarah Dengue Menurut Bulan, 2021–2025")
        {
            Notes = "Jumlah kasus demam berdarah dengue (DBD) yang dilaporkan setiap bulan di seluruh kabupaten. Disajikan hanya pada tingkat kabupaten agar tidak ada kelompok yang terlalu kecil.",
            Theme = Themes.Welfare,
            Tags = ["DBD", "demam berdarah", "penyakit menular"],
            Concept = "Kasus DBD", Definition = "Pasien yang didiagnosis demam berdarah dengue oleh fasilitas kesehatan dan dilaporkan ke Dinas Kesehatan.",
            Measure = "Jumlah", Unit = "Kasus", Classification = "Bulan; tahun", Schedule = "Bulanan", Years = "2021-2025",
            Resources = [Kit.Csv("kasus-demam-berdarah-2021-2025", "Kasus DBD bulanan 2021–2025", "60 baris: 5 tahun, 12 bulan.", table)],
        };
    }
}
