using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Themes;

/// <summary>A theme (CKAN group) with its datasets.</summary>
[CachedPage]
internal sealed class ShowModel(Questions questions, CatalogLists lists, PageLanguage language) : PortalPage
{
    public GroupInfo Theme { get; private set; } = null!;

    public string ShownTitle => language.IsIndonesian ? Theme.ShownTitle : Theme.Extra("title_en") ?? Theme.ShownTitle;

    public SearchView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        Theme = await questions.AskAsync<GroupInfo>("group_show", new JsonObject { ["id"] = name, ["include_users"] = false, ["include_followers"] = false }, ct);
        if (Theme.Name != name)
        {
            return LocalRedirectPermanent(language.Url("/group/" + Uri.EscapeDataString(Theme.Name)));
        }

        View = await SearchView.AskAsync(questions, lists, language, SearchQuery.Read(Request.Query), "/group/" + Theme.Name, ("groups", Theme.Name), ct);
        Section = "group";
        Title = ShownTitle;
        Description = MarkdownText.Excerpt(Theme.Description, 200);
        if (View.Page is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
