using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Datasets.Tables;
using Purbalingga.Portal.Pages.Forms;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>
/// One resource with its table: sorted, filtered, searched, as a chart or a map, all of it told by the address. Rows change without a change of the catalog, so
/// the page is not kept.
/// </summary>
internal sealed class ResourcePageModel(Questions questions, TableViews tables, ChartViews charts, MapViews maps, LoadViews loads, PageLanguage language) : PortalPage
{
    public DatasetInfo Dataset { get; private set; } = null!;

    public ResourceInfo Resource { get; private set; } = null!;

    /// <summary>Null when the file is no table and is not meant to be one.</summary>
    public TablePreview? Preview { get; private set; }

    /// <summary>The table in the DataStore; null when there is none (yet).</summary>
    public TablePage? Table { get; private set; }

    /// <summary>What is drawn, on the side of charts.</summary>
    public ChartView? Chart { get; private set; }

    /// <summary>What is drawn, on the side of maps.</summary>
    public MapView? Map { get; private set; }

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>How the file is being loaded; null when it is not.</summary>
    public LoadInfo? Load { get; private set; }

    /// <summary>Why the file can not be read as a table: one text for each problem.</summary>
    public IReadOnlyList<string> Errors { get; private set; } = [];

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>The file has columns, so it can be fetched in every table form.</summary>
    public bool IsTable => Preview?.Columns is { Count: > 0 } && Preview.Error is null;

    public bool MayEdit { get; private set; }

    /// <summary>What is wrong with the name of a view to be saved; null for nothing.</summary>
    public string? SaveError { get; private set; }

    public string Path => $"/dataset/{Uri.EscapeDataString(Dataset.Name)}/resource/{Uri.EscapeDataString(Resource.Id)}";

    public async Task<IActionResult> OnGetAsync(string name, string rid, CancellationToken ct)
    {
        var query = TableQuery.Read(Request.Query);
        await LoadAsync(name, rid, query, ct);
        if (Dataset.Name != name)
        {
            return LocalRedirectPermanent(language.Url(Path));
        }

        if (Table is { } table)
        {
            var tidy = query.Columns.Count > 0 && table.Fields.All(f => f.Id == "_id" || query.Columns.Contains(f.Id)) && !query.Columns.Contains("_id")
                ? query with { Columns = [] } : query;
            if (query.Untidy || tidy != query)
            {
                return LocalRedirect(language.Url(Path) + tidy);
            }
        }

        await ShowAsync(ct);
        return Page();
    }

    /// <summary>Saves what the address shows as a view.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string name, string rid, string? viewTitle, string? viewDescription, CancellationToken ct)
    {
        var query = TableQuery.Read(Request.Query);
        await LoadAsync(name, rid, query, ct);
        if (!MayEdit)
        {
            throw new NotAuthorizedException();
        }

        if (string.IsNullOrWhiteSpace(viewTitle))
        {
            SaveError = language["view.save.missing"];
            await ShowAsync(ct);
            return Page();
        }

        try
        {
            var saved = await questions.RunAsync(
                "resource_view_create",
                new ActionInput(new JsonObject
                {
                    ["resource_id"] = rid,
                    ["view_type"] = query.Show + "_view",
                    ["title"] = viewTitle.Trim(),
                    ["description"] = viewDescription?.Trim(),
                    ["query"] = query.ToString().TrimStart('?'),
                }),
                ct);
            TempData["Done"] = language["view.saved"];
            return LocalRedirect(language.Url($"{Path}/view/{Uri.EscapeDataString(Questions.Read<SavedView>(saved).Id)}"));
        }
        catch (InvalidException error)
        {
            SaveError = string.Join(" ", error.Errors.SelectMany(e => e.Value is JsonArray texts ? texts.Select(t => t!.ToString()) : [e.Value!.ToString()]).Select(text => ErrorTexts.Translate(text, language)));
            await ShowAsync(ct);
            return Page();
        }
    }

    /// <summary>A cell of a preview as text for people: whole numbers in the way of the language, all else as the file has it, whose signs for thousands and decimals only its reader knows.</summary>
    public string Cell(JsonElement value, TableColumn? column) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.True => language["yes"],
        JsonValueKind.False => language["no"],
        JsonValueKind.Number when column is not null && IsMeasure(column) && value.TryGetInt64(out var whole) => language.Number(whole),
        JsonValueKind.String when column is not null && IsMeasure(column)
            && long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => language.Number(number),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    /// <summary>Counted or measured; years and codes are written with digits but are names.</summary>
    public static bool IsMeasure(TableColumn column) => column.IsNumeric && !IsYearOrCode(column);

    /// <summary>2025 is a year, not 2.025.</summary>
    private static bool IsYearOrCode(TableColumn column) =>
        column.Name.Contains("tahun", StringComparison.OrdinalIgnoreCase) || column.Name.Contains("year", StringComparison.OrdinalIgnoreCase)
        || column.Name.Contains("kode", StringComparison.OrdinalIgnoreCase) || column.Name is "id" or "_id" or "no" or "nomor";

    private async Task LoadAsync(string name, string rid, TableQuery query, CancellationToken ct)
    {
        Response.Headers.CacheControl = "private, no-store";
        Dataset = await questions.AskAsync<DatasetInfo>("package_show", new JsonObject { ["id"] = name }, ct);
        Resource = (Dataset.Resources ?? []).FirstOrDefault(r => r.Id == rid) ?? throw new NotFoundException();
        MayEdit = (await questions.CallerAsync()).May(Dataset.OwnerOrg, "update_dataset");
        if (Resource.HasTable && await tables.FieldsAsync(rid, ct) is { } fields)
        {
            Table = tables.Page(rid, Path, query, fields);
        }

        Section = "dataset";
        Title = $"{Resource.ShownName} – {Dataset.ShownTitle}";
        Description = MarkdownText.Excerpt(Resource.Description ?? Dataset.Notes, 200);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Load = await loads.FindAsync(Resource, ct);
        if (Resource.IsUpload)
        {
            await ReadPreviewAsync(ct);
        }

        if (Load is { HasFailed: true, Error: { } error })
        {
            Errors = [.. Messages(error).Concat(Errors).Distinct()];
        }

        if (Table is null)
        {
            return;
        }

        Views = await questions.AskAsync<IReadOnlyList<SavedView>>("resource_view_list", new JsonObject { ["id"] = Resource.Id }, ct);
        switch (Table.Query.Show)
        {
            case "chart" when Table.HasSql:
                Chart = await charts.DrawAsync(Table, ct);
                break;
            case "map" when Table.HasMap:
                Map = await maps.DrawAsync(Table, ct);
                break;
            default:
                Table = await tables.WithRowsAsync(Table with { Query = Table.Query with { Show = "table" } }, ct);
                break;
        }
    }

    private async Task ReadPreviewAsync(CancellationToken ct)
    {
        try
        {
            Preview = await questions.AskAsync<TablePreview>("resource_table_preview", new JsonObject { ["id"] = Resource.Id }, ct);
            Errors = Messages(Preview.Error);
            Warnings = Messages(Preview.Warnings);
        }
        catch (NotFoundException)
        {
            Preview = null; // no table in this file: pictures, PDF, maps
        }
    }

    private IReadOnlyList<string> Messages(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => [.. list.SelectMany(Messages)],
        JsonObject one => (one[$"message_{language.Language.Code}"] ?? one["message"] ?? one["text"]) is JsonValue text ? [text.ToString()] : [one.ToJsonString()],
        _ => node.ToString() is { Length: > 0 } text ? [text] : [],
    };
}
