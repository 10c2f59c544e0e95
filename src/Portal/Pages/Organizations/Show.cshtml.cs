using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Organizations;

/// <summary>An organization with its datasets.</summary>
[CachedPage]
internal sealed class ShowModel(Questions questions, CatalogLists lists, PageLanguage language) : PortalPage
{
    public GroupInfo Organization { get; private set; } = null!;

    public string ShownTitle => language.IsIndonesian ? Organization.ShownTitle : Organization.Extra("title_en") ?? Organization.ShownTitle;

    public IReadOnlyList<GroupInfo> Parents { get; private set; } = [];

    public bool MayManage { get; private set; }

    public bool MayAddDatasets { get; private set; }

    public SearchView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        Organization = await questions.AskAsync<GroupInfo>(
            "organization_show", new JsonObject { ["id"] = name, ["include_users"] = false, ["include_followers"] = false }, ct);
        if (Organization.Name != name)
        {
            return LocalRedirectPermanent(language.Url("/organization/" + Uri.EscapeDataString(Organization.Name)));
        }

        var above = (Organization.Groups ?? []).Select(g => g.Name).ToHashSet();
        Parents = [.. (await lists.OrganizationsAsync(ct)).Where(o => above.Contains(o.Name))];
        var caller = await questions.CallerAsync();
        MayManage = caller.May(Organization.Id, "membership");
        MayAddDatasets = caller.May(Organization.Id, "create_dataset");
        View = await SearchView.AskAsync(
            questions, lists, language, SearchQuery.Read(Request.Query), "/organization/" + Organization.Name, ("organization", Organization.Name), ct);
        Section = "organization";
        Title = ShownTitle;
        Description = MarkdownText.Excerpt(Organization.Description, 200);
        if (View.Page is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
