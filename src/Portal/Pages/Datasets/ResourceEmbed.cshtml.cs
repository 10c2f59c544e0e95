using Microsoft.AspNetCore.Mvc;
using Purbalingga.Portal.Hosting;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Datasets.Tables;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>A saved view alone, the one page that other sites may put into a frame.</summary>
internal sealed class ResourceEmbedModel(SavedViews views, PageLanguage language) : PortalPage
{
    public ShownView Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string name, string rid, string vid, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-cache";
        Shown = await views.ShowAsync(name, rid, vid, ct);
        if (Shown.Dataset.Name != name)
        {
            return LocalRedirectPermanent(language.Url(Shown.Path + "/embed"));
        }

        SecurityHeaders.AllowFrames(Response);
        Title = Shown.ShownTitle;
        return Page();
    }
}
