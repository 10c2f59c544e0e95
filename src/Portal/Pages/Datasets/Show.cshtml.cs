using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Settings;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>One dataset.</summary>
[CachedPage]
internal sealed class ShowModel(Questions questions, CatalogLists lists, PageLanguage language, CkanSettings settings) : PortalPage
{
    private static readonly JsonSerializerOptions ForScripts = new() { Encoder = JavaScriptEncoder.Default };

    public DatasetInfo Dataset { get; private set; } = null!;

    /// <summary>The dataset's organization as the lists know it; null when it has none.</summary>
    public GroupInfo? Organization { get; private set; }

    public IReadOnlyList<GroupInfo> Themes { get; private set; } = [];

    /// <summary>May the visitor change it: then the page offers to.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>Extras to show, with their labels.</summary>
    public IReadOnlyList<(string Label, string Value)> Extras { get; private set; } = [];

    /// <summary>schema.org description for search engines.</summary>
    public HtmlString JsonLd { get; private set; } = HtmlString.Empty;

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        Dataset = await questions.AskAsync<DatasetInfo>("package_show", new JsonObject { ["id"] = name }, ct);
        if (Dataset.Name != name)
        {
            return LocalRedirectPermanent(language.Url("/dataset/" + Uri.EscapeDataString(Dataset.Name)));
        }

        var organizations = await lists.OrganizationsAsync(ct);
        Organization = organizations.FirstOrDefault(o => o.Id == Dataset.OwnerOrg);
        var names = (Dataset.Groups ?? []).Select(g => g.Name).ToHashSet();
        Themes = [.. (await lists.ThemesAsync(ct)).Where(t => names.Contains(t.Name))];
        MayEdit = (await questions.CallerAsync()).May(Dataset.OwnerOrg, "update_dataset");
        Extras = SatuDataFields.Label(Dataset.Extras ?? [], language);
        JsonLd = Describe();
        Section = "dataset";
        Title = Dataset.ShownTitle;
        Description = MarkdownText.Excerpt(Dataset.Notes, 200);
        return Page();
    }

    private HtmlString Describe()
    {
        var site = settings.SiteUrl;
        var address = $"{site}/dataset/{Uri.EscapeDataString(Dataset.Name)}";
        var description = new JsonObject
        {
            ["@context"] = "https://schema.org/",
            ["@type"] = "Dataset",
            ["@id"] = address,
            ["url"] = address,
            ["name"] = Dataset.ShownTitle,
            ["description"] = MarkdownText.Excerpt(Dataset.Notes, 4000),
            ["identifier"] = Dataset.Id,
            ["dateCreated"] = Dataset.MetadataCreated,
            ["dateModified"] = Dataset.MetadataModified,
            ["inLanguage"] = Dataset.Extra("language") ?? "id",
            ["isAccessibleForFree"] = true,
            ["keywords"] = new JsonArray([.. (Dataset.Tags ?? []).Select(t => JsonValue.Create(t.Name))]),
            ["license"] = Dataset.LicenseUrl ?? Dataset.LicenseTitle,
            ["spatialCoverage"] = Dataset.Extra("cakupan_wilayah") ?? "Kabupaten Purbalingga",
            ["temporalCoverage"] = Dataset.Extra("tahun"),
            ["includedInDataCatalog"] = new JsonObject { ["@type"] = "DataCatalog", ["name"] = settings.Get("ckan.site_title"), ["url"] = site + "/" },
            ["distribution"] = new JsonArray([.. (Dataset.Resources ?? []).Select(r => new JsonObject
            {
                ["@type"] = "DataDownload",
                ["name"] = r.ShownName,
                ["encodingFormat"] = r.Mimetype ?? r.Format,
                ["contentUrl"] = r.Url,
            })]),
        };
        if (Dataset.Organization is { } organization)
        {
            description["creator"] = new JsonObject
            {
                ["@type"] = "Organization",
                ["name"] = organization.Title ?? organization.Name,
                ["url"] = $"{site}/organization/{Uri.EscapeDataString(organization.Name)}",
            };
        }

        foreach (var empty in description.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            description.Remove(empty);
        }

        // The default encoder writes < > & ' as escapes, so no text can end the script element
        return new HtmlString(description.ToJsonString(ForScripts));
    }
}
