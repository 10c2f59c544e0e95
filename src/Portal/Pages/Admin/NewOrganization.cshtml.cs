using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Forms;
using Purbalingga.Portal.Pages.Models;
using Purbalingga.Portal.Pages.Organizations;

namespace Purbalingga.Portal.Pages.Admin;

/// <summary>Making an organization.</summary>
[StreamedForm]
[SysadminPage]
internal sealed class NewOrganizationModel(Questions questions, CatalogLists lists, PageLanguage language) : OrganizationFormPage(questions, lists, language)
{
    public override string Target => Language.Url("/admin/organizations/new");

    public override bool IsNew => true;

    public async Task OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var fields = Fields([]);
        fields["name"] = OrganizationName?.Trim() ?? "";
        try
        {
            var made = Questions.Read<GroupInfo>(await Questions.RunAsync("organization_create", new ActionInput(fields, Files()), ct));
            TempData["Done"] = Language["form.organization.made"];
            return LocalRedirect(Language.Url("/organization/members/" + Uri.EscapeDataString(made.Name)));
        }
        catch (InvalidException problem)
        {
            Take(problem);
            await ShowAsync(ct);
            return Page();
        }
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        await FillListsAsync(null, ct);
        Title = Language["admin.organizations.new"];
    }
}
