using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Forms;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>What making and changing a dataset have in common.</summary>
internal abstract class DatasetFormPage(Questions questions, CatalogLists lists, PageLanguage language) : PortalPage
{
    [BindProperty]
    public DatasetForm Form { get; set; } = new();

    public FormErrors Errors { get; } = new();

    /// <summary>Organizations that the person may publish for.</summary>
    public IReadOnlyList<(string Value, string Text)> Organizations { get; private set; } = [];

    public IReadOnlyList<(string Value, string Text)> Licenses { get; private set; } = [];

    public IReadOnlyList<GroupInfo> Themes { get; private set; } = [];

    /// <summary>Address that the form is sent to.</summary>
    public abstract string Target { get; }

    /// <summary>Text of the button.</summary>
    public abstract string Button { get; }

    protected Questions Questions => questions;

    protected PageLanguage Language => language;

    /// <summary>Reads what the lists of the form offer.</summary>
    /// <param name="current">Id of the organization that the dataset has now; offered too, whatever the rights.</param>
    protected async Task FillListsAsync(string? current, CancellationToken ct)
    {
        var mine = await questions.AskAsync<List<Membership>>("organization_list_for_user", new JsonObject { ["permission"] = "create_dataset" }, ct);
        var offered = mine.Select(o => (o.Id, Text: o.ShownTitle)).ToList();
        if (current is not null && offered.All(o => o.Id != current)
            && (await lists.OrganizationsAsync(ct)).FirstOrDefault(o => o.Id == current) is { } now)
        {
            offered.Add((now.Id, now.ShownTitle));
        }

        Organizations = [("", language["form.choose"]), .. offered.OrderBy(o => o.Text, StringComparer.CurrentCulture)];
        Licenses = [("", language["form.choose"]), .. (await lists.LicensesAsync(ct)).Select(l => (l.Id, l.Title))];
        Themes = await lists.ThemesAsync(ct);
    }

    protected void Take(InvalidException problem) => Errors.Add(problem, language, DatasetForm.FieldOf);
}
