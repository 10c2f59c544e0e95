using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Admin;

/// <summary>All organizations, to be managed.</summary>
[SysadminPage]
internal sealed class OrganizationsModel(CatalogLists lists, PageLanguage language) : PortalPage
{
    public IReadOnlyList<GroupInfo> Organizations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Organizations = await lists.OrganizationsAsync(ct);
        Title = language["nav.adminorganizations"];
    }
}
