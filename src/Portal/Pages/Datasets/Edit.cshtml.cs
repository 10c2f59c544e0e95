using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>Changing a dataset. What somebody else changed since the form was opened is never overwritten unseen.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EditModel(Questions questions, CatalogLists lists, PageLanguage language) : DatasetFormPage(questions, lists, language)
{
    public DatasetInfo Dataset { get; private set; } = null!;

    public override string Target => Language.Url("/dataset/edit/" + Uri.EscapeDataString(Dataset.Name));

    public override string Button => Language["form.save"];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if ((await Questions.CallerAsync()).IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        await LoadAsync(name, ct);
        Form = DatasetForm.Of(Dataset);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken ct)
    {
        if ((await Questions.CallerAsync()).IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        await LoadAsync(name, ct);
        try
        {
            var saved = await ReviseAsync(ct);
            TempData["Done"] = Language["form.dataset.saved"];
            return LocalRedirect(Language.Url("/dataset/" + Uri.EscapeDataString(saved)));
        }
        catch (InvalidException problem) when (problem.Errors.ContainsKey("match"))
        {
            await LoadAsync(name, ct);
            Errors.Add("Form.Title", Language["form.conflict"]);
            Form.Modified = Dataset.MetadataModified;
            ModelState.Clear();
        }
        catch (InvalidException problem)
        {
            Take(problem);
        }

        return Page();
    }

    /// <returns>The dataset's name afterwards.</returns>
    private async Task<string> ReviseAsync(CancellationToken ct)
    {
        var match = new JsonObject { ["id"] = Dataset.Id };
        if (!string.IsNullOrEmpty(Form.Modified))
        {
            match["metadata_modified"] = Form.Modified;
        }

        var answer = await Questions.AskAsync<JsonObject>(
            "package_revise",
            new JsonObject { ["match"] = match, ["filter"] = new JsonArray("-tags", "-groups", "-extras"), ["update"] = Form.Fields() },
            ct);
        return (string?)answer["package"]?["name"] ?? Dataset.Name;
    }

    private async Task LoadAsync(string name, CancellationToken ct)
    {
        Dataset = await Questions.AskAsync<DatasetInfo>("package_show", new JsonObject { ["id"] = name }, ct);
        if (!(await Questions.CallerAsync()).May(Dataset.OwnerOrg, "update_dataset"))
        {
            throw new NotAuthorizedException();
        }

        await FillListsAsync(Dataset.OwnerOrg, ct);
        Title = Language["dataset.edit"];
    }
}
