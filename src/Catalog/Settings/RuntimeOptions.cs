namespace Purbalingga.Catalog.Settings;

/// <summary>Settings that sysadmins may see and change while the server runs, in CKAN's order.</summary>
internal static class RuntimeOptions
{
    public const string SiteUrl = "ckan.site_url";

    public static IReadOnlyList<string> All { get; } =
    [
        "ckan.site_title", "ckan.site_logo", SiteUrl, "ckan.site_description", "ckan.site_about", "ckan.site_intro_text", "ckan.site_custom_css",
        "ckan.theme", "logo_upload", "clear_logo_upload",
    ];
}
