using Purbalingga.Samples.Catalog;
using Purbalingga.Samples.Regions;
using Purbalingga.Samples.Tables;

namespace Purbalingga.Samples.Sets;

/// <summary>Tables in the shape of those harvested from BPS: BPS codes and names only.</summary>
internal static class Bps
{
    private const string Org = "bps-purbalingga";

    /// <summary>Key, title, unit, value in 2020, yearly steps and their spread.</summary>
    private static readonly (string Name, string Unit, double Start, double Step)[] Indicators =
    [
        ("Indeks Pembangunan Manusia", "indeks", 68.97, 0.62), ("Persentase penduduk miskin", "persen", 15.90, -0.47), ("Garis kemiskinan", "rupiah per kapita per bulan", 336_000, 21_500),
        ("Tingkat pengangguran terbuka", "persen", 6.10, -0.22), ("Tingkat partisipasi angkatan kerja", "persen", 69.40, 0.55), ("Umur harapan hidup saat lahir", "tahun", 73.02, 0.21),
        ("Harapan lama sekolah", "tahun", 11.98, 0.06), ("Rata-rata lama sekolah", "tahun", 7.24, 0.11), ("Rasio Gini", "indeks", 0.361, -0.004),
    ];

    public static IEnumerable<SampleDataset> Build(Regency regency)
    {
        yield return Area(regency);
        yield return Macro();
        yield return GrossProduct();
    }

    /// <summary>Value of an indicator; other producers quote it from here, so that they agree.</summary>
    public static decimal Indicator(string name, int year)
    {
        var indicator = Indicators.Single(i => i.Name == name);
        var wobble = new Draw($"bps/{name}/{year}").Between(-0.25, 0.25) * indicator.Step;
        return Numbers.Round(indicator.Start + (indicator.Step * (year - 2020)) + wobble, indicator.Start > 1000 ? 0 : indicator.Start < 1 ? 3 : 2);
    }

    private static SampleDataset Area(Regency regency)
    {
        var table = Table.Of(
            "bps_kode_kabupaten_kota bps_kode_kecamatan bps_nama_kecamatan luas_wilayah satuan sumber_luas tahun",
            regency.Kecamatan.OrderBy(k => k.BpsCode, StringComparer.Ordinal).Select(k => (object?[])["3303", k.BpsCode, k.Name, Regency.AreaByBps(k), "km2", "BPS (angka lama)", 2025]));
        return Harvested(new(Org, "luas-wilayah-kecamatan-bps", "Luas Wilayah Menurut Kecamatan (Publikasi BPS)")
        {
            Notes = "Luas setiap kecamatan sebagaimana termuat dalam publikasi daerah dalam angka; jumlahnya **777,64 km²**. Angka menurut BIG adalah **805,757 km²**. Perbedaan ini sengaja ditampilkan sebagai contoh data yang tidak sejalan.",
            Theme = Themes.Support,
            Tags = ["luas wilayah", "kecamatan", "BPS"],
            Concept = "Luas wilayah", Definition = "Luas daerah administrasi kecamatan menurut publikasi statistik.",
            Measure = "Luas", Unit = "Kilometer persegi", Classification = "Kecamatan", Schedule = "Tahunan", Years = "2025", CodeReference = "Kode wilayah kerja statistik BPS",
            Resources = [Kit.Csv("luas-wilayah-kecamatan-bps", "Luas wilayah menurut kecamatan (BPS)", "18 kecamatan, jumlah 777,64 km².", table)],
        });
    }

    private static SampleDataset Macro()
    {
        var table = Table.Of(
            "bps_kode_kabupaten_kota bps_nama_kabupaten_kota indikator nilai satuan tahun",
            from indicator in Indicators
            from year in Kit.Years(2020, 2025)
            select (object?[])["3303", "Kabupaten Purbalingga", indicator.Name, Indicator(indicator.Name, year), indicator.Unit, year]);
        return Harvested(new(Org, "indikator-sosial-ekonomi-2020-2025", "Indikator Sosial Ekonomi Kabupaten, 2020–2025")
        {
            Notes = "Indeks Pembangunan Manusia, kemiskinan, ketenagakerjaan, dan ketimpangan dalam deret tahunan tingkat kabupaten. Angka rekaan dengan besaran yang wajar; angka resmi hanya di laman BPS.",
            Theme = Themes.Development,
            Tags = ["IPM", "kemiskinan", "pengangguran", "indikator", "BPS"],
            Concept = "Indikator sosial ekonomi", Definition = "Ukuran tahunan kesejahteraan dan ketenagakerjaan hasil survei statistik dasar.",
            Measure = "Indeks; persentase", Unit = "Sesuai indikator", Classification = "Indikator; tahun", Schedule = "Tahunan", Years = "2020-2025",
            Resources = Kit.CsvAndXlsx("indikator-sosial-ekonomi-2020-2025", "Indikator sosial ekonomi 2020–2025", "54 baris: 9 indikator, 6 tahun.", table),
        });
    }

    private static SampleDataset GrossProduct()
    {
        (string Code, string Name, int Billions, double Growth)[] sectors =
        [
            ("A", "Pertanian, Kehutanan, dan Perikanan", 6_450, 0.052), ("B", "Pertambangan dan Penggalian", 1_190, 0.045), ("C", "Industri Pengolahan", 6_720, 0.068), ("D", "Pengadaan Listrik dan Gas", 12, 0.055),
            ("E", "Pengadaan Air, Pengelolaan Sampah", 16, 0.050), ("F", "Konstruksi", 1_340, 0.071), ("G", "Perdagangan Besar dan Eceran", 3_560, 0.069), ("H", "Transportasi dan Pergudangan", 760, 0.088),
            ("I", "Penyediaan Akomodasi dan Makan Minum", 640, 0.082), ("J", "Informasi dan Komunikasi", 690, 0.071), ("K", "Jasa Keuangan dan Asuransi", 620, 0.046), ("L", "Real Estat", 350, 0.049),
            ("M,N", "Jasa Perusahaan", 62, 0.064), ("O", "Administrasi Pemerintahan", 610, 0.034), ("P", "Jasa Pendidikan", 1_320, 0.051), ("Q", "Jasa Kesehatan dan Kegiatan Sosial", 250, 0.058), ("R,S,T,U", "Jasa Lainnya", 410, 0.066),
        ];
        var rows = new List<object?[]>();
        foreach (var year in Kit.Years(2021, 2025))
        {
            var values = sectors.Select(s =>
            {
                var growth = 1.0;
                for (var y = 2021; y <= year; y++)
                {
                    growth *= 1 + s.Growth + new Draw($"pdrb/{s.Code}/{y}").Between(-0.02, 0.02);
                }

                return Numbers.Round(s.Billions * growth);
            }).ToList();
            rows.AddRange(sectors.Select((s, i) => (object?[])[s.Code, s.Name, values[i], Numbers.Percent(values[i], values.Sum()), "miliar rupiah", year]));
        }

        return Harvested(new(Org, "pdrb-lapangan-usaha-2021-2025", "PDRB Atas Dasar Harga Berlaku Menurut Lapangan Usaha, 2021–2025")
        {
            Notes = "Produk domestik regional bruto atas dasar harga berlaku menurut 17 lapangan usaha, dengan sumbangan tiap lapangan usaha. Kode lapangan usaha seperti `M,N` dan `R,S,T,U` memuat koma dan ditulis dalam tanda petik di berkas CSV.",
            Theme = Themes.Economy,
            Tags = ["PDRB", "ekonomi", "lapangan usaha", "BPS"],
            Concept = "Produk domestik regional bruto", Definition = "Nilai tambah bruto seluruh kegiatan ekonomi di suatu wilayah dalam satu tahun.",
            Measure = "Nilai", Unit = "Miliar rupiah", Classification = "Lapangan usaha; tahun", Schedule = "Tahunan", Years = "2021-2025",
            Resources = [Kit.Csv("pdrb-lapangan-usaha-2021-2025", "PDRB menurut lapangan usaha 2021–2025", "85 baris: 17 lapangan usaha, 5 tahun.", Table.Of("kode_lapangan_usaha lapangan_usaha pdrb_adhb distribusi_persen satuan tahun", rows))],
        });
    }

    private static SampleDataset Harvested(SampleDataset dataset) => dataset with
    {
        MoreExtras = [.. dataset.MoreExtras, ("harvest_source_title", "BPS Kabupaten Purbalingga - WebAPI (contoh)"), ("accesslevel", "public")],
    };
}
