using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Forms;
using Purbalingga.Portal.Pages.Models;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Organizations;

/// <summary>Changing an organization; for its admins and sysadmins.</summary>
[StreamedForm]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EditModel(Questions questions, CatalogLists lists, PageLanguage language) : OrganizationFormPage(questions, lists, language)
{
    public GroupInfo Organization { get; private set; } = null!;

    public override string Target => Language.Url("/organization/edit/" + Uri.EscapeDataString(Organization.Name));

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if ((await Questions.CallerAsync()).IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        await LoadAsync(name, ct);
        OrganizationTitle = Organization.Title;
        OrganizationDescription = Organization.Description;
        Abbreviation = Organization.Extra("singkatan");
        TitleInEnglish = Organization.Extra("title_en");
        Parent = Organization.Groups is [var first, ..] ? first.Name : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken ct)
    {
        await LoadAsync(name, ct);
        var fields = Fields(Organization.Extras ?? []);
        fields["id"] = Organization.Id;
        try
        {
            await Questions.RunAsync("organization_patch", new ActionInput(fields, Files()), ct);
            TempData["Done"] = Language["form.organization.saved"];
            return LocalRedirect(Language.Url("/organization/" + Uri.EscapeDataString(Organization.Name)));
        }
        catch (InvalidException problem)
        {
            Take(problem);
            return Page();
        }
    }

    private async Task LoadAsync(string name, CancellationToken ct)
    {
        Organization = await Questions.AskAsync<GroupInfo>("organization_show", new JsonObject { ["id"] = name, ["include_users"] = false }, ct);
        if (!(await Questions.CallerAsync()).May(Organization.Id, "update"))
        {
            throw new NotAuthorizedException();
        }

        await FillListsAsync(Organization.Name, ct);
        Title = Language["organization.edit"];
        Section = "organization";
    }
}
