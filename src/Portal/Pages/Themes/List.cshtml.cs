using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Themes;

/// <summary>All themes (CKAN groups).</summary>
[CachedPage]
internal sealed class ListModel(CatalogLists lists, PageLanguage language) : PortalPage
{
    public IReadOnlyList<GroupInfo> Themes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Themes = await lists.ThemesAsync(ct);
        Section = "group";
        Title = language["themes.heading"];
        Description = language["themes.lead"];
    }
}
