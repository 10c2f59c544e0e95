namespace Purbalingga.Samples.Catalog;

/// <summary>The ten data themes of the SPBE reference architecture.</summary>
internal static class Themes
{
    public const string Defence = "pertahanan-dan-luar-negeri";
    public const string Economy = "ekonomi-dan-industri";
    public const string Development = "pembangunan-daerah";
    public const string Welfare = "perlindungan-sosial-dan-kesehatan";
    public const string Order = "ketertiban-umum-dan-keselamatan";
    public const string Education = "pendidikan-dan-tenaga-kerja";
    public const string Environment = "lingkungan-dan-sumber-daya-alam";
    public const string Culture = "budaya-dan-agama";
    public const string Government = "pemerintahan-umum";
    public const string Support = "pendukung-umum";

    public static IReadOnlyList<Theme> All { get; } =
    [
        new(Defence, "Pertahanan dan Luar Negeri", "Defence and Foreign Affairs",
            "Bela negara, pekerja migran, dan kerja sama dengan daerah di luar negeri.", "National service, migrant workers and partnerships abroad."),
        new(Economy, "Ekonomi dan Industri", "Economy and Industry",
            "Pertanian, perdagangan, industri, usaha mikro, pariwisata, investasi, dan harga.", "Farming, trade, industry, small business, tourism, investment and prices."),
        new(Development, "Pembangunan Daerah", "Regional Development",
            "Jalan, jembatan, perumahan, tata ruang, perhubungan, dan perencanaan daerah.", "Roads, bridges, housing, land use, transport and regional planning."),
        new(Welfare, "Perlindungan Sosial dan Kesehatan", "Social Protection and Health",
            "Layanan kesehatan, gizi, bantuan sosial, dan pemberdayaan perempuan dan anak.", "Health care, nutrition, social aid and the empowerment of women and children."),
        new(Order, "Ketertiban Umum dan Keselamatan", "Public Order and Safety",
            "Bencana, ketenteraman, penegakan peraturan daerah, dan perlindungan masyarakat.", "Disasters, public order, enforcement of local regulations and protection of the public."),
        new(Education, "Pendidikan dan Tenaga Kerja", "Education and Employment",
            "Sekolah, siswa, guru, perpustakaan, pencari kerja, dan pelatihan.", "Schools, pupils, teachers, libraries, job seekers and training."),
        new(Environment, "Lingkungan dan Sumber Daya Alam", "Environment and Natural Resources",
            "Sampah, mutu air, curah hujan, hutan, dan sumber daya alam.", "Waste, water quality, rainfall, forests and natural resources."),
        new(Culture, "Budaya dan Agama", "Culture and Religion",
            "Kesenian, cagar budaya, kepemudaan, olahraga, dan kehidupan beragama.", "Arts, heritage, youth, sport and religious life."),
        new(Government, "Pemerintahan Umum", "General Government",
            "Kependudukan, keuangan daerah, kepegawaian, produk hukum, dan layanan publik.", "Civil registration, public finance, staff, legislation and public services."),
        new(Support, "Pendukung Umum", "General Support",
            "Data rujukan seperti kode wilayah, luas wilayah, dan daftar perangkat daerah.", "Reference data such as region codes, areas and the list of agencies."),
    ];
}
