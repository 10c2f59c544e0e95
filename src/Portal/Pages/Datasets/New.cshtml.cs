using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>Making a dataset; its files come on the next page.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(Questions questions, CatalogLists lists, PageLanguage language) : DatasetFormPage(questions, lists, language)
{
    public override string Target => Language.Url("/dataset/new");

    public override string Button => Language["form.next"];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "owner_org")] string? organization, CancellationToken ct)
    {
        if ((await Questions.CallerAsync()).IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        await ShowAsync(ct);
        Form.LicenseId = "cc-by";
        Form.Visibility = "public";
        var mine = await Questions.AskAsync<List<Membership>>("organization_list_for_user", new JsonObject { ["permission"] = "create_dataset" }, ct);
        Form.OwnerOrg = (mine.FirstOrDefault(o => o.Name == organization) ?? (mine.Count == 1 ? mine[0] : null))?.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if ((await Questions.CallerAsync()).IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        try
        {
            var made = await Questions.AskAsync<DatasetInfo>("package_create", Form.Fields(), ct);
            TempData["Done"] = Language["form.dataset.made"];
            return LocalRedirect(Language.Url($"/dataset/{Uri.EscapeDataString(made.Name)}/resource/new"));
        }
        catch (InvalidException problem)
        {
            Take(problem);
        }

        await ShowAsync(ct);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        await FillListsAsync(null, ct);
        Title = Language["nav.newdataset"];
    }
}
