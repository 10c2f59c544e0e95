using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>Asks before a file is removed from a dataset.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ResourceDeleteModel(Questions questions, PageLanguage language) : PortalPage
{
    public DatasetInfo Dataset { get; private set; } = null!;

    public ResourceInfo Resource { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string name, string rid, CancellationToken ct)
    {
        if ((await questions.CallerAsync()).IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        await LoadAsync(name, rid, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, string rid, CancellationToken ct)
    {
        await LoadAsync(name, rid, ct);
        await questions.RunAsync("resource_delete", new ActionInput(new JsonObject { ["id"] = rid }), ct);
        TempData["Done"] = language["form.resource.deleted"];
        return LocalRedirect(language.Url("/dataset/edit/" + Uri.EscapeDataString(Dataset.Name)));
    }

    private async Task LoadAsync(string name, string rid, CancellationToken ct)
    {
        Dataset = await questions.AskAsync<DatasetInfo>("package_show", new JsonObject { ["id"] = name }, ct);
        if (!(await questions.CallerAsync()).May(Dataset.OwnerOrg, "delete_dataset"))
        {
            throw new NotAuthorizedException();
        }

        Resource = (Dataset.Resources ?? []).FirstOrDefault(r => r.Id == rid) ?? throw new NotFoundException();
        Title = language["resource.delete"];
    }
}
