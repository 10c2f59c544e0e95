using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Reference data and complaint statistics, kept by the walidata.</summary>
internal static class Dinkominfo
{
    private const string Org = "dinkominfo";
    private const long Received = 5_450;

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Codes(regency);
        yield return Agencies();
        yield return Complaints();
        yield return Wifi(regency);
    }

    private static SampleDataset Codes(Regency regency)
    {
        var table = Table.Of(
            "kode_kemendagri tingkat nama kode_kemendagri_kecamatan nama_kecamatan kode_bps_kecamatan lintang bujur",
            from kecamatan in regency.Kecamatan
            from place in new[] { (kecamatan.Code, "kecamatan", kecamatan.Name, kecamatan.Latitude, kecamatan.Longitude) }
                .Concat(kecamatan.Desa.Select(d => (d.Code, d.Level, d.Name, d.Latitude, d.Longitude)))
            select (object?[])[place.Item1, place.Item2, place.Item3, kecamatan.Code, kecamatan.Name, kecamatan.BpsCode, place.Item4, place.Item5]);
        return new(Org, "kode-wilayah-kabupaten-purbalingga", "Kode dan Nama Kecamatan, Desa, dan Kelurahan")
        {
            Notes = "Daftar rujukan 18 kecamatan, 224 desa, dan 15 kelurahan dengan kode Kemendagri; kode BPS hanya sampai kecamatan karena padanan lengkap tingkat desa belum tersedia. "
                + "Kode dan nama disalin dari daftar Kemendagri, tetapi untuk urusan resmi tetap gunakan sumber aslinya. Kedua sistem kode tidak dapat diturunkan satu dari yang lain.",
            Theme = Themes.Support,
            Tags = ["kode wilayah", "kecamatan", "desa", "kelurahan", "data referensi"],
            Concept = "Kode referensi wilayah administrasi", Definition = "Kode dan nama wilayah administrasi pemerintahan menurut Kementerian Dalam Negeri.",
            Measure = "Kode", Unit = "Tidak ada", Classification = "Tingkat wilayah", Schedule = "Ad-hoc", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndPoints("kode-wilayah-33.03", "Kode wilayah Kabupaten Purbalingga", "257 baris: 18 kecamatan, 239 desa/kelurahan.", table),
        };
    }

    private static SampleDataset Agencies()
    {
        var table = Table.Of(
            "kode_opd singkatan nama_opd peran_satu_data",
            Organizations.All.Where(o => o.Parent is not null).Select(o => (object?[])[o.Name, o.Abbreviation, o.Title, o.Name switch { "dinkominfo" => "Walidata", "bappelitbangda" => "Koordinator Forum", _ => "Produsen Data" }]));
        return new(Org, "daftar-perangkat-daerah", "Daftar Perangkat Daerah dan Perannya dalam Satu Data")
        {
            Notes = "Perangkat daerah yang muncul dalam data contoh portal ini beserta perannya menurut Perpres 39/2019. Bukan daftar lengkap perangkat daerah kabupaten; kode adalah nama pendek di portal.",
            Theme = Themes.Support,
            Tags = ["OPD", "perangkat daerah", "Satu Data", "data referensi"],
            Concept = "Perangkat daerah", Definition = "Unsur pembantu Bupati dalam penyelenggaraan urusan pemerintahan daerah.",
            Measure = "Jumlah", Unit = "Perangkat daerah", Classification = "Peran dalam Satu Data", Schedule = "Ad-hoc", Years = "2025",
            Resources = [Kit.Csv("daftar-perangkat-daerah", "Daftar perangkat daerah", "Perangkat daerah dalam data contoh.", table)],
        };
    }

    private static SampleDataset Complaints()
    {
        (string Org, double Weight)[] agencies =
        [
            ("dpupr", 900), ("dinsosdaldukkb3a", 610), ("dindikbud", 460), ("dinhub", 390), ("dinrumkim", 290), ("disdukcapil", 280), ("dinkes", 260), ("dlh", 230), ("dinperindag", 170),
            ("satpol-pp", 190), ("dinnaker", 150), ("dinporapar", 90), ("dinpertan", 140), ("bakeuda", 120), ("dpmptsp", 90), ("rsud-goeteng", 130), ("bpbd", 120),
        ];
        string[] names = [.. agencies.Select(a => Organizations.All.Single(o => o.Name == a.Org).Title), "Perangkat daerah dan kecamatan lainnya"];
        var perAgency = Shares.Of(Received, [.. agencies.Select(a => a.Weight * new Draw("aduan/opd/" + a.Org).Between(0.93, 1.07)), 830]);
        var open = Shares.Of(Received - 5_336, [.. perAgency.Select((n, i) => n * new Draw($"aduan/sisa/{i}").Between(0.3, 1.7))]);
        var rows = new List<object?[]>();
        for (var a = 0; a < names.Length; a++)
        {
            var draw = new Draw("aduan/" + names[a]);
            var late = (long)(perAgency[a] * draw.Between(0.03, 0.16));
            rows.Add([a < agencies.Length ? agencies[a].Org : null, names[a], perAgency[a], perAgency[a] - late, late, perAgency[a] - open[a], open[a], Numbers.Round(draw.Between(2.1, 11.8), 1), Numbers.Round(draw.Between(1.2, 8.9), 1), 2025]);
        }

        var perMonth = Shares.Of(Received, [.. Kit.Months.Select(m => new Draw($"aduan/bulan/{m.Number}").Between(0.8, 1.25))]);
        string[] channels = ["WhatsApp", "Situs web", "Instagram", "TikTok", "Lapor Gubernur dan SP4N-LAPOR!"];
        var monthly = perMonth.SelectMany((total, m) =>
            Shares.OfAtLeast(total, 5, [0.86, 0.085, 0.03, 0.015, 0.01]).Select((n, c) => (object?[])[2025, m + 1, Numbers.Months[m], channels[c], n, "laporan"]));
        (string Topic, double Weight)[] topics =
        [
            ("Perbaikan jalan", 800), ("Bantuan sosial", 404), ("Penerangan jalan umum", 249), ("Administrasi kependudukan", 290), ("Layanan kesehatan", 360), ("Sekolah dan beasiswa", 430), ("Sampah dan lingkungan", 310),
            ("Air bersih dan drainase", 270), ("Ketertiban umum", 280), ("Lowongan dan pelatihan kerja", 190), ("Pasar dan harga", 210), ("Pajak dan perizinan", 260), ("Lain-lain", 1_397),
        ];
        var perTopic = Shares.Of(Received, [.. topics.Select(t => t.Weight * new Draw("aduan/topik/" + t.Topic).Between(0.93, 1.07))]);
        return new(Org, "statistik-aduan-matur-bupati-2025", "Statistik Aduan Matur Bupati, 2025")
        {
            Notes = "Rekap laporan masyarakat menurut perangkat daerah, kanal dan bulan, serta topik. Ketiga tabel berjumlah sama: 5.450 laporan masuk, 5.336 selesai. Satuan adalah laporan, bukan orang; isi laporan dan identitas pelapor tidak pernah dibuka, dan unit dengan laporan sangat sedikit digabung. "
                + "Laporan dihitung dijawab tepat waktu bila tanggapan pertama diberikan dalam 1x24 jam kalender (WIB).",
            Theme = Themes.Government,
            Tags = ["aduan", "Matur Bupati", "layanan publik", "waktu tanggap"],
            Concept = "Aduan masyarakat", Definition = "Laporan, aspirasi, atau permintaan informasi yang diterima melalui kanal Matur Bupati.",
            Measure = "Jumlah", Unit = "Laporan", Classification = "Perangkat daerah; bulan; kanal; topik", Schedule = "Bulanan", Years = "2025",
            Resources =
            [
                .. Kit.CsvAndXlsx("aduan-menurut-opd-2025", "Aduan menurut perangkat daerah 2025", "Jumlah masuk, ketepatan tanggapan 1x24 jam, dan penyelesaian.", Table.Of("kode_opd nama_opd jumlah_masuk dijawab_dalam_24_jam dijawab_lebih_24_jam jumlah_selesai jumlah_belum_selesai median_jam_jawab median_hari_selesai tahun", rows)),
                Kit.Csv("aduan-menurut-bulan-kanal-2025", "Aduan menurut bulan dan kanal 2025", "60 baris: 12 bulan, 5 kanal.", Table.Of("tahun bulan nama_bulan kanal jumlah_masuk satuan", monthly)),
                Kit.Csv("aduan-menurut-topik-2025", "Aduan menurut topik 2025", "13 topik.", Table.Of("topik jumlah_masuk satuan tahun", topics.Select((t, i) => (object?[])[t.Topic, perTopic[i], "laporan", 2025]))),
            ],
        };
    }

    private static SampleDataset Wifi(Regency regency)
    {
        string[] places = ["Balai Desa", "Taman Baca", "Lapangan Desa", "Pasar Desa"];
        var table = Table.Of(
            Kit.KecamatanColumns + " kemendagri_kode_desa_kelurahan nama_lokasi kecepatan_mbps lintang bujur tahun",
            from kecamatan in regency.Kecamatan
            from desa in kecamatan.Desa.Where((_, i) => i % 4 == 1)
            let draw = new Draw("wifi/" + desa.Code)
            let place = $"{draw.Of(places)} {desa.Name}"
            let point = Kit.Near(desa, "wifi/" + desa.Code)
            select (object?[])[.. Kit.Head(kecamatan), desa.Code, place, draw.Of([20, 30, 50, 100]), point.Latitude, point.Longitude, 2025]);
        return new(Org, "titik-wifi-publik-2025", "Titik Wi-Fi Publik Gratis, 2025")
        {
            Notes = "Lokasi akses internet gratis yang dikelola pemerintah daerah dan desa, dengan kecepatan berlangganannya. Nama dan titik lokasi adalah rekaan.",
            Theme = Themes.Development,
            Tags = ["wifi", "internet", "lokasi", "peta"],
            Concept = "Titik Wi-Fi publik", Definition = "Tempat umum yang menyediakan akses internet tanpa bayar.",
            Measure = "Jumlah", Unit = "Titik", Classification = "Kecamatan", Schedule = "Semesteran", Years = "2025", CodeReference = Kit.CodeReference,
            Resources = Kit.CsvAndPoints("titik-wifi-publik-2025", "Titik Wi-Fi publik 2025", $"{table.Rows.Count} titik.", table),
        };
    }
}
