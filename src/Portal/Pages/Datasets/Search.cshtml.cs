using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>Search over all datasets.</summary>
[CachedPage]
internal sealed class SearchModel(Questions questions, CatalogLists lists, PageLanguage language) : PortalPage
{
    public SearchView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        View = await SearchView.AskAsync(questions, lists, language, SearchQuery.Read(Request.Query), "/dataset", null, ct);
        Section = "dataset";
        Title = View.Query.Text.Length > 0 ? language.Format("search.title", View.Query.Text) : language["search.heading"];
        Description = language["search.description"];
        if (View.Page is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
