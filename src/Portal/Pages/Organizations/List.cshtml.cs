using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Organizations;

/// <summary>All organizations.</summary>
[CachedPage]
internal sealed class ListModel(CatalogLists lists, PageLanguage language) : PortalPage
{
    public IReadOnlyList<GroupInfo> Organizations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Organizations = await lists.OrganizationsAsync(ct);
        Section = "organization";
        Title = language["organizations.heading"];
        Description = language["organizations.lead"];
    }
}
