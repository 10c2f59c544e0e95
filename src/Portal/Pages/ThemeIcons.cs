namespace Purbalingga.Portal.Pages;

/// <summary>Icons of the ten themes that the national reference (SPBE) names; other themes share one.</summary>
internal static class ThemeIcons
{
    public static string For(string name) => name switch
    {
        "pertahanan-dan-luar-negeri" => "t-shield",
        "ekonomi-dan-industri" => "t-economy",
        "pembangunan-daerah" => "t-build",
        "perlindungan-sosial-dan-kesehatan" => "t-health",
        "ketertiban-umum-dan-keselamatan" => "t-order",
        "pendidikan-dan-tenaga-kerja" => "t-school",
        "lingkungan-dan-sumber-daya-alam" => "t-leaf",
        "budaya-dan-agama" => "t-culture",
        "pemerintahan-umum" => "t-government",
        "pendukung-umum" => "t-support",
        _ => "t-any",
    };
}
