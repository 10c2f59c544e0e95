using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>Asks before a dataset is deleted.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DeleteModel(Questions questions, PageLanguage language) : PortalPage
{
    public DatasetInfo Dataset { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if ((await questions.CallerAsync()).IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        Dataset = await questions.AskAsync<DatasetInfo>("package_show", new JsonObject { ["id"] = name }, ct);
        Title = language["dataset.delete"];
        return (await questions.CallerAsync()).May(Dataset.OwnerOrg, "delete_dataset") ? Page() : throw new NotAuthorizedException();
    }

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken ct)
    {
        await questions.RunAsync("package_delete", new ActionInput(new JsonObject { ["id"] = name }), ct);
        TempData["Done"] = language["form.dataset.deleted"];
        return LocalRedirect(language.Url("/user/me"));
    }
}
