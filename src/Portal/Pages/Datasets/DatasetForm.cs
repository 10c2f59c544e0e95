using System.Text.Json.Nodes;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Datasets;

/// <summary>What the form of a dataset holds, as typed.</summary>
internal sealed class DatasetForm
{
    /// <summary>Empty rows for further metadata.</summary>
    private const int SpareExtras = 2;

    public string? Title { get; set; }

    public string? Name { get; set; }

    public string? Notes { get; set; }

    public string? OwnerOrg { get; set; }

    /// <summary><c>public</c> or <c>private</c>.</summary>
    public string? Visibility { get; set; }

    public string? LicenseId { get; set; }

    /// <summary>Tags with commas between.</summary>
    public string? Tags { get; set; }

    /// <summary>Names of themes.</summary>
    public List<string> Themes { get; set; } = [];

    public string? Version { get; set; }

    public string? Url { get; set; }

    public string? Author { get; set; }

    public string? AuthorEmail { get; set; }

    public string? Maintainer { get; set; }

    public string? MaintainerEmail { get; set; }

    /// <summary>Values of the extras that have a box of their own, by key.</summary>
    public Dictionary<string, string?> Known { get; set; } = [];

    public List<string?> ExtraKeys { get; set; } = [];

    public List<string?> ExtraValues { get; set; } = [];

    /// <summary><c>metadata_modified</c> of the dataset when the form was opened; a dataset that changed since is not overwritten.</summary>
    public string? Modified { get; set; }

    /// <summary>Extras of Satu Data that have a box of their own in the form.</summary>
    public static IReadOnlyList<string> Boxes { get; } =
        ["konsep", "definisi", "klasifikasi", "ukuran", "satuan", "jadwal_pemutakhiran", "tahun", "cakupan_wilayah", "sumber"];

    /// <summary>Rows of further metadata, with some to spare.</summary>
    public IEnumerable<(string? Key, string? Value)> ExtraRows =>
        ExtraKeys.Select((key, row) => (key, row < ExtraValues.Count ? ExtraValues[row] : null))
            .Where(r => !string.IsNullOrWhiteSpace(r.key) || !string.IsNullOrWhiteSpace(r.Item2))
            .Concat(Enumerable.Repeat<(string?, string?)>((null, null), SpareExtras));

    public static DatasetForm Of(DatasetInfo dataset)
    {
        var free = (dataset.Extras ?? []).Where(e => !Boxes.Contains(e.Key)).ToList();
        return new DatasetForm
        {
            Title = dataset.Title,
            Name = dataset.Name,
            Notes = dataset.Notes,
            OwnerOrg = dataset.OwnerOrg,
            Visibility = dataset.Private ? "private" : "public",
            LicenseId = dataset.LicenseId,
            Tags = string.Join(", ", (dataset.Tags ?? []).Select(t => t.Name)),
            Themes = [.. (dataset.Groups ?? []).Select(g => g.Name)],
            Version = dataset.Version,
            Url = dataset.Url,
            Author = dataset.Author,
            AuthorEmail = dataset.AuthorEmail,
            Maintainer = dataset.Maintainer,
            MaintainerEmail = dataset.MaintainerEmail,
            Known = Boxes.ToDictionary(key => key, dataset.Extra),
            ExtraKeys = [.. free.Select(e => e.Key)],
            ExtraValues = [.. free.Select(e => e.Value)],
            Modified = dataset.MetadataModified,
        };
    }

    /// <summary>The dataset's fields as the catalog takes them; all of them, so that an emptied box empties the field.</summary>
    public JsonObject Fields()
    {
        var extras = Boxes.Where(key => !string.IsNullOrWhiteSpace(Known.GetValueOrDefault(key)))
            .Select(key => (Key: key, Value: Known[key]))
            .Concat(ExtraRows.Where(r => !string.IsNullOrWhiteSpace(r.Key) || !string.IsNullOrWhiteSpace(r.Value)).Select(r => (Key: r.Key?.Trim() ?? "", r.Value)));
        return new JsonObject
        {
            ["title"] = Title?.Trim() ?? "",
            ["name"] = Name?.Trim() ?? "",
            ["notes"] = Notes ?? "",
            ["owner_org"] = OwnerOrg ?? "",
            ["private"] = Visibility == "private",
            ["license_id"] = LicenseId ?? "",
            ["version"] = Version ?? "",
            ["url"] = Url?.Trim() ?? "",
            ["author"] = Author ?? "",
            ["author_email"] = AuthorEmail?.Trim() ?? "",
            ["maintainer"] = Maintainer ?? "",
            ["maintainer_email"] = MaintainerEmail?.Trim() ?? "",
            ["tags"] = new JsonArray([.. TagNames().Select(name => new JsonObject { ["name"] = name })]),
            ["groups"] = new JsonArray([.. Themes.Select(name => new JsonObject { ["name"] = name })]),
            ["extras"] = new JsonArray([.. extras.Select(e => new JsonObject { ["key"] = e.Key, ["value"] = e.Value ?? "" })]),
        };
    }

    /// <summary>Name of the form's box for a key of CKAN's error dictionary.</summary>
    public static string? FieldOf(string key) => key switch
    {
        "title" => "Form.Title",
        "name" => "Form.Name",
        "notes" => "Form.Notes",
        "owner_org" => "Form.OwnerOrg",
        "private" => "Form.Visibility",
        "license_id" => "Form.LicenseId",
        "tags" or "tag_string" => "Form.Tags",
        "groups" => "Form.Themes",
        "version" => "Form.Version",
        "url" => "Form.Url",
        "author" => "Form.Author",
        "author_email" => "Form.AuthorEmail",
        "maintainer" => "Form.Maintainer",
        "maintainer_email" => "Form.MaintainerEmail",
        "extras" or "extras_validation" => "Form.ExtraKeys",
        _ => null,
    };

    private IEnumerable<string> TagNames() =>
        (Tags ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal);
}
