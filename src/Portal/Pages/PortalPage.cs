using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Purbalingga.Portal.Pages;

/// <summary>What every page tells its frame.</summary>
internal abstract class PortalPage : PageModel
{
    /// <summary>Shown in the browser's title and in links that others share.</summary>
    [ViewData]
    public string Title { get; set; } = "";

    /// <summary>One or two sentences for search engines and shared links.</summary>
    [ViewData]
    public string Description { get; set; } = "";

    /// <summary>Item of the main navigation that is marked: dataset, organization, group, about, api; empty for none.</summary>
    [ViewData]
    public string Section { get; set; } = "";
}
