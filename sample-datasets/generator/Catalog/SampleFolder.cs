using System.Text;

namespace Purbalingga.Samples.Catalog;

/// <summary>The folder <c>sample-datasets</c>: organizations.json, groups.json and a folder per dataset, as the portal loads them.</summary>
internal static class SampleFolder
{
    /// <summary>What the figures are, said first in the notes of every dataset.</summary>
    public const string Label = "**Data contoh (bukan angka resmi).**";

    private const string LabelRest = " Angka di halaman ini dibuat oleh program untuk memperagakan portal; jangan dikutip sebagai data Pemerintah Kabupaten Purbalingga.";

    /// <summary>The sample folder of the repository that a file or folder of it lies in.</summary>
    /// <exception cref="DirectoryNotFoundException">The program was copied out of the repository.</exception>
    public static string FindAbove(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            var candidate = folder.Name == "sample-datasets" ? folder.FullName : Path.Combine(folder.FullName, "sample-datasets");
            if (File.Exists(Path.Combine(candidate, "reference", "wilayah-33.03.csv")))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("The folder sample-datasets was not found above " + path);
    }

    /// <summary>Writes all datasets and removes those of an earlier run that are no longer made.</summary>
    /// <returns>How many datasets and files, and their size in bytes.</returns>
    public static (int Datasets, int Files, long Bytes) Write(string root, IReadOnlyList<SampleDataset> datasets)
    {
        foreach (var organization in Organizations.All)
        {
            var old = Path.Combine(root, organization.Name);
            if (Directory.Exists(old))
            {
                Directory.Delete(old, recursive: true);
            }
        }

        var files = new List<(string Path, byte[] Content)>
        {
            ("organizations.json", OrganizationsJson()),
            ("groups.json", GroupsJson()),
            ("DAFTAR.md", Index(datasets)),
        };
        foreach (var dataset in datasets)
        {
            var folder = Path.Combine(dataset.Org, dataset.Name);
            files.Add((Path.Combine(folder, "dataset.json"), DatasetJson(dataset)));
            files.AddRange(dataset.Resources.Where(r => r.File is not null).Select(r => (Path.Combine(folder, r.File!), r.Content!)));
        }

        foreach (var (path, content) in files)
        {
            var full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, content);
        }

        return (datasets.Count, files.Count, files.Sum(f => (long)f.Content.Length));
    }

    private static byte[] OrganizationsJson() => Json.Write(json =>
    {
        json.WriteStartArray();
        foreach (var organization in Organizations.All)
        {
            json.WriteStartObject();
            json.WriteString("name", organization.Name);
            json.WriteString("title", organization.Title);
            json.WriteString("description", organization.Description);
            if (organization.Parent is not null)
            {
                json.WriteString("parent", organization.Parent);
            }

            WriteExtras(json, [("singkatan", organization.Abbreviation), ("title_en", organization.TitleEn)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static byte[] GroupsJson() => Json.Write(json =>
    {
        json.WriteStartArray();
        foreach (var theme in Themes.All)
        {
            json.WriteStartObject();
            json.WriteString("name", theme.Name);
            json.WriteString("title", theme.Title);
            json.WriteString("description", theme.Description);
            WriteExtras(json, [("title_en", theme.TitleEn), ("description_en", theme.DescriptionEn)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static byte[] DatasetJson(SampleDataset dataset) => Json.Write(json =>
    {
        var organization = Organizations.All.Single(o => o.Name == dataset.Org);
        json.WriteStartObject();
        json.WriteString("name", dataset.Name);
        json.WriteString("title", dataset.Title);
        json.WriteString("notes", $"{Label}{LabelRest}\n\n{dataset.Notes}");
        json.WriteString("owner_org", dataset.Org);
        json.WriteString("license_id", "cc-by");
        json.WriteString("version", "1.0");
        json.WriteString("author", organization.Title);
        json.WriteString("author_email", $"{dataset.Org}@example.test");
        json.WriteString("maintainer", $"Pengelola Data {organization.Abbreviation}");
        json.WriteString("maintainer_email", $"data.{dataset.Org}@example.test");
        json.WriteStartArray("tags");
        foreach (var tag in dataset.Tags.Append("data contoh"))
        {
            json.WriteStartObject();
            json.WriteString("name", tag);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("groups");
        json.WriteStartObject();
        json.WriteString("name", dataset.Theme);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteExtras(json, Extras(dataset, organization));
        json.WriteStartArray("resources");
        foreach (var resource in dataset.Resources)
        {
            json.WriteStartObject();
            json.WriteString("name", resource.Name);
            json.WriteString("description", resource.Description);
            json.WriteString("format", resource.Format);
            json.WriteString(resource.File is null ? "url" : "file", resource.File ?? resource.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static IEnumerable<(string Key, string Value)> Extras(SampleDataset dataset, Organization organization)
    {
        yield return ("konsep", dataset.Concept);
        yield return ("definisi", dataset.Definition);
        yield return ("klasifikasi", dataset.Classification);
        yield return ("ukuran", dataset.Measure);
        yield return ("satuan", dataset.Unit);
        yield return ("jadwal_pemutakhiran", dataset.Schedule);
        yield return ("cakupan_wilayah", dataset.Coverage);
        yield return ("tahun", dataset.Years);
        yield return ("accessRights", "Terbuka");
        yield return ("language", "id");
        yield return ("produsen_data_name", organization.Title);
        yield return ("produsen_data_province_code", "33");
        yield return ("produsen_data_city_code", "3303");
        if (dataset.CodeReference is not null)
        {
            yield return ("kodereferensi", dataset.CodeReference);
        }

        if (dataset.PriorityYear is not null)
        {
            yield return ("prioritas_tahun", dataset.PriorityYear);
        }

        // The box around all desa centres of the reference list, widened to the borders.
        yield return ("spatial", """{"type":"Polygon","coordinates":[[[109.18,-7.49],[109.59,-7.49],[109.59,-7.16],[109.18,-7.16],[109.18,-7.49]]]}""");
        foreach (var extra in dataset.MoreExtras)
        {
            yield return extra;
        }
    }

    private static void WriteExtras(System.Text.Json.Utf8JsonWriter json, IEnumerable<(string Key, string Value)> extras)
    {
        json.WriteStartArray("extras");
        foreach (var (key, value) in extras)
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static byte[] Index(IReadOnlyList<SampleDataset> datasets)
    {
        var text = new StringBuilder("# Daftar dataset contoh\n\nDibuat oleh `generator/`. Semua angka adalah rekaan; lihat README.md.\n\n| produsen | dataset | tahun | berkas |\n| --- | --- | --- | --- |\n");
        foreach (var dataset in datasets)
        {
            text.Append(Tables.Numbers.Plain, $"| {dataset.Org} | [{dataset.Title}]({dataset.Org}/{dataset.Name}/dataset.json) | {dataset.Years} | {string.Join(", ", dataset.Resources.Select(r => r.File ?? "tautan " + r.Format))} |\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
