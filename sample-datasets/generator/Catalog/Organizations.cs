namespace Purbalingga.Samples.Catalog;

/// <summary>Producers of data: agencies of the regency by their real names, and BPS as a source that is harvested.</summary>
internal static class Organizations
{
    public const string Root = "pemkab-purbalingga";

    public static IReadOnlyList<Organization> All { get; } =
    [
        new(Root, "Pemkab Purbalingga", "Pemerintah Kabupaten Purbalingga", "Government of Purbalingga Regency",
            "Induk seluruh perangkat daerah di Kabupaten Purbalingga, Jawa Tengah.", null),
        Opd("disdukcapil", "Disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil", "Population and Civil Registration Agency",
            "Mengelola administrasi kependudukan dan pencatatan sipil: jumlah penduduk, keluarga, dan kepemilikan dokumen."),
        Opd("dinkes", "Dinkes", "Dinas Kesehatan", "Health Agency",
            "Mengelola data kesehatan masyarakat, Puskesmas, gizi balita, imunisasi, dan pengendalian penyakit."),
        Opd("dindikbud", "Dindikbud", "Dinas Pendidikan dan Kebudayaan", "Education and Culture Agency",
            "Mengelola data satuan pendidikan, peserta didik, pendidik, dan kebudayaan."),
        Opd("dpupr", "DPUPR", "Dinas Pekerjaan Umum dan Penataan Ruang", "Public Works and Spatial Planning Agency",
            "Mengelola data jalan, jembatan, irigasi, curah hujan, dan tata ruang."),
        Opd("dinsosdaldukkb3a", "Dinsosdaldukkb3a",
            "Dinas Sosial, Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak",
            "Social Affairs, Family Planning, Women's Empowerment and Child Protection Agency",
            "Mengelola data kesejahteraan sosial, bantuan sosial, keluarga berencana, serta perlindungan perempuan dan anak."),
        Opd("dinpertan", "Dinpertan", "Dinas Pertanian", "Agriculture Agency",
            "Mengelola data tanaman pangan, hortikultura, perkebunan, dan peternakan."),
        Opd("bakeuda", "Bakeuda", "Badan Keuangan Daerah", "Regional Finance Board",
            "Mengelola data anggaran pendapatan dan belanja daerah, pajak daerah, dan aset."),
        Opd("dinkominfo", "Dinkominfo", "Dinas Komunikasi dan Informatika", "Communication and Informatics Agency",
            "Walidata Kabupaten Purbalingga; mengelola portal data, data rujukan, dan statistik aduan masyarakat."),
        Opd("bappelitbangda", "Bappelitbangda", "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah", "Regional Planning, Research and Development Board",
            "Koordinator Forum Satu Data; mengelola data perencanaan dan capaian pembangunan daerah."),
        Opd("bkpsdm", "BKPSDM", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "Civil Service and Human Resources Board",
            "Mengelola data kepegawaian dan rekapitulasi kehadiran pegawai, hanya dalam bentuk agregat."),
        Opd("dinnaker", "Dinnaker", "Dinas Tenaga Kerja", "Manpower Agency",
            "Mengelola data pencari kerja, lowongan, penempatan, dan pelatihan kerja."),
        Opd("dinrumkim", "Dinrumkim", "Dinas Perumahan dan Permukiman", "Housing and Settlements Agency",
            "Mengelola data rumah tidak layak huni, kawasan permukiman, dan air minum."),
        Opd("dlh", "DLH", "Dinas Lingkungan Hidup", "Environment Agency",
            "Mengelola data persampahan, mutu air sungai, dan ruang terbuka hijau."),
        Opd("dinperindag", "Dinperindag", "Dinas Perindustrian dan Perdagangan", "Industry and Trade Agency",
            "Mengelola data pasar rakyat, harga bahan pokok, dan industri kecil menengah."),
        Opd("dinkopukm", "Dinkop UKM", "Dinas Koperasi, Usaha Kecil dan Menengah", "Cooperatives and Small Business Agency",
            "Mengelola data koperasi serta usaha mikro, kecil, dan menengah."),
        Opd("dinhub", "Dinhub", "Dinas Perhubungan", "Transport Agency",
            "Mengelola data angkutan, pengujian kendaraan, dan penerangan jalan umum."),
        Opd("dinporapar", "Dinporapar", "Dinas Pemuda, Olahraga dan Pariwisata", "Youth, Sport and Tourism Agency",
            "Mengelola data daya tarik wisata, kunjungan wisatawan, kepemudaan, dan olahraga."),
        Opd("dinarpus", "Dinarpus", "Dinas Arsip dan Perpustakaan", "Archives and Library Agency",
            "Mengelola data perpustakaan, koleksi, dan kearsipan daerah."),
        Opd("bpbd", "BPBD", "Badan Penanggulangan Bencana Daerah", "Regional Disaster Management Board",
            "Mengelola data kejadian bencana, kerusakan, dan kesiapsiagaan."),
        Opd("satpol-pp", "Satpol PP", "Satuan Polisi Pamong Praja", "Civil Service Police Unit",
            "Mengelola data ketertiban umum dan penegakan peraturan daerah."),
        Opd("rsud-goeteng", "RSUD Goeteng", "RSUD dr. R. Goeteng Taroenadibrata", "Dr. R. Goeteng Taroenadibrata Regional Hospital",
            "Rumah sakit umum daerah; mengelola data layanan rawat inap dan rawat jalan."),
        Opd("dpmptsp", "DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "Investment and One-Stop Services Agency",
            "Mengelola data perizinan dan realisasi penanaman modal."),
        Opd("setda", "Setda", "Sekretariat Daerah", "Regional Secretariat",
            "Mengelola data produk hukum daerah dan tata pemerintahan."),
        Opd("kecamatan-bobotsari", "Kec. Bobotsari", "Kecamatan Bobotsari", "Bobotsari Subdistrict",
            "Mengelola data kewilayahan dan layanan masyarakat di Kecamatan Bobotsari."),
        new("bps-purbalingga", "BPS", "Badan Pusat Statistik Kabupaten Purbalingga", "Statistics Indonesia, Purbalingga Regency",
            "Pembina Data statistik. Instansi vertikal; datasetnya dipanen dari sumbernya, bukan diunggah oleh perangkat daerah.", null),
    ];

    private static Organization Opd(string name, string abbreviation, string title, string titleEn, string description) =>
        new(name, abbreviation, title, titleEn, description, Root);
}
