using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Forms;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Organizations;

/// <summary>What making and changing an organization have in common.</summary>
internal abstract class OrganizationFormPage(Questions questions, CatalogLists lists, PageLanguage language) : PortalPage
{
    [BindProperty]
    public string? OrganizationTitle { get; set; }

    [BindProperty]
    public string? OrganizationName { get; set; }

    [BindProperty]
    public string? Abbreviation { get; set; }

    [BindProperty]
    public string? TitleInEnglish { get; set; }

    [BindProperty]
    public string? OrganizationDescription { get; set; }

    /// <summary>Name of the organization above; empty for none.</summary>
    [BindProperty]
    public string? Parent { get; set; }

    public FormErrors Errors { get; } = new();

    public IReadOnlyList<(string Value, string Text)> Parents { get; private set; } = [];

    /// <summary>Address that the form is sent to.</summary>
    public abstract string Target { get; }

    /// <summary>The organization has a name already, which stays.</summary>
    public virtual bool IsNew => false;

    protected Questions Questions => questions;

    protected PageLanguage Language => language;

    protected async Task FillListsAsync(string? self, CancellationToken ct) =>
        Parents = [("", language["form.organization.noparent"]), .. (await lists.OrganizationsAsync(ct)).Where(o => o.Name != self).Select(o => (o.Name, o.ShownTitle))];

    /// <summary>Fields as the catalog takes them.</summary>
    /// <param name="extras">Extras that the organization has; those without a box stay.</param>
    protected JsonObject Fields(IEnumerable<ExtraInfo> extras)
    {
        var own = new[] { ("singkatan", Abbreviation), ("title_en", TitleInEnglish) };
        var all = extras.Where(e => own.All(o => o.Item1 != e.Key)).Select(e => (e.Key, e.Value))
            .Concat(own.Where(o => !string.IsNullOrWhiteSpace(o.Item2)).Select(o => (Key: o.Item1, Value: o.Item2?.Trim())));
        return new JsonObject
        {
            ["title"] = OrganizationTitle?.Trim() ?? "",
            ["description"] = OrganizationDescription ?? "",
            ["extras"] = new JsonArray([.. all.Select(e => new JsonObject { ["key"] = e.Key, ["value"] = e.Value })]),
            ["groups"] = string.IsNullOrEmpty(Parent) ? [] : new JsonArray(new JsonObject { ["name"] = Parent }),
        };
    }

    /// <summary>The picture that came with the form.</summary>
    protected Dictionary<string, UploadedFile> Files() =>
        StreamedFormAttribute.FilesOf(HttpContext).TryGetValue("image_upload", out var image) ? new() { ["image_upload"] = image } : [];

    protected void Take(InvalidException problem) => Errors.Add(problem, language, key => key switch
    {
        "name" => nameof(OrganizationName),
        "title" => nameof(OrganizationTitle),
        "description" => nameof(OrganizationDescription),
        "groups" => nameof(Parent),
        _ => null,
    });
}
