using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Datasets.Tables;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>A saved view at an address of its own, with the code that puts it into other sites.</summary>
internal sealed class ResourceViewModel(Questions questions, SavedViews views, PageLanguage language, CkanSettings settings) : PortalPage
{
    public ShownView Shown { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    /// <summary>HTML for other sites.</summary>
    public string EmbedCode { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string name, string rid, string vid, CancellationToken ct)
    {
        await LoadAsync(name, rid, vid, ct);
        return Shown.Dataset.Name != name ? LocalRedirectPermanent(language.Url(Shown.Path)) : Page();
    }

    public async Task<IActionResult> OnPostDeleteAsync(string name, string rid, string vid, CancellationToken ct)
    {
        await LoadAsync(name, rid, vid, ct);
        await questions.RunAsync("resource_view_delete", new ActionInput(new JsonObject { ["id"] = vid }), ct);
        TempData["Done"] = language["view.deleted"];
        return LocalRedirect(language.Url(Shown.ResourcePath));
    }

    private async Task LoadAsync(string name, string rid, string vid, CancellationToken ct)
    {
        Response.Headers.CacheControl = "private, no-store";
        Shown = await views.ShowAsync(name, rid, vid, ct);
        MayEdit = (await questions.CallerAsync()).May(Shown.Dataset.OwnerOrg, "update_dataset");
        var address = System.Net.WebUtility.HtmlEncode(settings.SiteUrl + language.Url(Shown.Path + "/embed"));
        EmbedCode = $"<iframe src=\"{address}\" title=\"{System.Net.WebUtility.HtmlEncode(Shown.ShownTitle)}\" width=\"100%\" height=\"520\" loading=\"lazy\"></iframe>";
        Section = "dataset";
        Title = $"{Shown.ShownTitle} – {Shown.Dataset.ShownTitle}";
        Description = MarkdownText.Excerpt(Shown.View.Description ?? Shown.Dataset.Notes, 200);
    }
}
