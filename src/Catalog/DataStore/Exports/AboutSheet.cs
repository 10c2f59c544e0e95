using System.Text.Json;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Tables;

namespace Purbalingga.Catalog.DataStore.Exports;

/// <summary>The second sheet of workbooks: whose data these are, under which licence, of when, and what each column means. Indonesian with English beside.</summary>
internal static class AboutSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "Tentang data - About";

    private static readonly string[] UnitNames = ["unit", "satuan"];

    /// <summary>Lines about a dataset and one of its resources.</summary>
    /// <param name="dataset">As <c>package_show</c> answers it.</param>
    /// <param name="resourceId">Of the resource.</param>
    /// <param name="siteUrl">Address of the portal, without a slash at its end.</param>
    /// <param name="part">What of the table is given, for people; null for all of it.</param>
    public static List<SheetLine> Of(ReadOnlyMemory<byte> dataset, string resourceId, string siteUrl, string? part)
    {
        using var json = JsonDocument.Parse(dataset);
        var root = json.RootElement;
        var resource = root.TryGetProperty("resources", out var all) ? all.EnumerateArray().FirstOrDefault(r => Text(r, "id") == resourceId) : default;
        var lines = new List<SheetLine> { new(["Tentang data / About this data"], IsHeading: true) };
        Add(lines, "Dataset / Dataset", Text(root, "title") ?? Text(root, "name"));
        Add(lines, "Tabel / Table", Text(resource, "name"));
        Add(lines, "Produsen data / Data producer", root.TryGetProperty("organization", out var organization) ? Text(organization, "title") : null);
        Add(lines, "Sumber / Source", $"{siteUrl}/dataset/{Text(root, "name")}/resource/{resourceId}");
        Add(lines, "Sumber asal / Original source", Text(root, "url"));
        Add(lines, "Lisensi / Licence", Text(root, "license_title") ?? Text(root, "license_id"));
        Add(lines, "Naskah lisensi / Licence text", Text(root, "license_url"));
        Add(lines, "Versi / Version", Text(root, "version"));
        Add(lines, "Perubahan terakhir (UTC) / Last change (UTC)", Text(resource, "last_modified") ?? Text(resource, "metadata_modified") ?? Text(root, "metadata_modified"));
        Add(lines, "Penyusun / Author", Text(root, "author"));
        Add(lines, "Pengelola / Maintainer", Text(root, "maintainer"));
        Add(lines, "Keterangan tabel / About the table", Text(resource, "description"));
        Add(lines, "Keterangan dataset / About the dataset", Text(root, "notes"));
        Add(lines, "Yang dimuat / What is here", part ?? "Seluruh tabel / The whole table");
        return lines;
    }

    /// <summary>Adds lines about columns of the store, as their dictionary describes them.</summary>
    public static void AddColumns(List<SheetLine> lines, IReadOnlyList<DataColumn> columns)
    {
        lines.Add(new SheetLine([""]));
        lines.Add(new SheetLine(["Kolom / Column", "Label / Label", "Satuan / Unit", "Jenis / Type", "Keterangan / Notes"], IsHeading: true));
        foreach (var column in columns)
        {
            using var info = JsonDocument.Parse(column.InfoJson ?? "{}");
            lines.Add(new SheetLine(
            [
                column.Name, Text(info.RootElement, "label") ?? "", UnitNames.Select(name => Text(info.RootElement, name)).FirstOrDefault(text => text is not null) ?? "",
                column.Type == "timestamptz" ? "timestamptz (UTC)" : column.Type, Text(info.RootElement, "notes") ?? "",
            ]));
        }
    }

    private static void Add(List<SheetLine> lines, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            lines.Add(new SheetLine(name, value));
        }
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
