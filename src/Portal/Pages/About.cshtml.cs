using Purbalingga.Catalog.Settings;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Pages;

/// <summary>What the portal is for, who stands behind it and how its data may be used.</summary>
[CachedPage]
internal sealed class AboutModel(CkanSettings settings, PageLanguage language) : PortalPage
{
    /// <summary>Markdown of the setting <c>ckan.site_about</c>; empty when nobody wrote one.</summary>
    public string SiteAbout { get; private set; } = "";

    public void OnGet()
    {
        SiteAbout = settings.Get("ckan.site_about");
        Section = "about";
        Title = language["about.heading"];
        Description = language["about.lead"];
    }
}
