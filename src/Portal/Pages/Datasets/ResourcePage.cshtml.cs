using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>One resource with the first rows of its table.</summary>
[CachedPage]
internal sealed class ResourcePageModel(Questions questions, PageLanguage language) : PortalPage
{
    public DatasetInfo Dataset { get; private set; } = null!;

    public ResourceInfo Resource { get; private set; } = null!;

    /// <summary>Null when the file is no table and is not meant to be one.</summary>
    public TablePreview? Preview { get; private set; }

    /// <summary>Why the file can not be read as a table: one text for each problem.</summary>
    public IReadOnlyList<string> Errors { get; private set; } = [];

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Has columns, so it can be fetched in every table form.</summary>
    public bool IsTable => Preview?.Columns is { Count: > 0 } && Errors.Count == 0;

    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, string rid, CancellationToken ct)
    {
        Dataset = await questions.AskAsync<DatasetInfo>("package_show", new JsonObject { ["id"] = name }, ct);
        Resource = (Dataset.Resources ?? []).FirstOrDefault(r => r.Id == rid) ?? throw new NotFoundException();
        if (Dataset.Name != name)
        {
            return LocalRedirectPermanent(language.Url($"/dataset/{Uri.EscapeDataString(Dataset.Name)}/resource/{Uri.EscapeDataString(rid)}"));
        }

        MayEdit = (await questions.CallerAsync()).May(Dataset.OwnerOrg, "update_dataset");
        if (Resource.IsUpload)
        {
            await ReadPreviewAsync(ct);
        }

        Section = "dataset";
        Title = $"{Resource.ShownName} – {Dataset.ShownTitle}";
        Description = MarkdownText.Excerpt(Resource.Description ?? Dataset.Notes, 200);
        return Page();
    }

    /// <summary>A cell as text for people: whole numbers in the way of the language, all else as the file has it, whose signs for thousands and decimals only its reader knows.</summary>
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
