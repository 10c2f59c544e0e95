using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Settings;
using Purbalingga.Search;

namespace Purbalingga.Catalog.Discovery;

/// <summary>Makes index documents of rendered datasets, as CKAN's indexer does: the index is a function of the documents and nothing else.</summary>
internal sealed class DatasetIndexDocuments(CkanSettings settings)
{
    // Names under which an extra would hide a field of the index
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "id", "index_id", "site_id", "entity_type", "dataset_type", "state", "name", "version", "url", "license_id", "organization", "capacity",
        "title", "title_string", "notes", "tags", "groups", "res_format", "res_url", "res_type", "res_name", "res_description", "text", "urls",
        "permission_labels", "author", "author_email", "maintainer", "maintainer_email", "metadata_created", "metadata_modified", "indexed_ts",
        "title_ngram", "name_ngram", "data_dict", "validated_data_dict", "_version_", "owner_org", "creator_user_id", "private", "isopen", "type",
        "num_resources", "num_tags", "license_title", "license_url", "resources", "extras", "relationships_as_subject", "relationships_as_object",
    }.ToFrozenSet();

    /// <summary>The change that a document means for the index: deleted datasets are taken out.</summary>
    public IndexChange Change(CachedDocument document) =>
        document.State == RecordState.Deleted ? IndexChange.Delete(document.Id) : IndexChange.Upsert(Make(document));

    private IndexDocument Make(CachedDocument document)
    {
        using var json = JsonDocument.Parse(document.Json);
        var dataset = json.RootElement;
        var site = settings.Get("ckan.site_id");
        var made = new IndexDocument(document.Id)
            .Add("index_id", Convert.ToHexStringLower(MD5Of(document.Id + site)))
            .Add("_version_", document.Sequence)
            .Add("indexed_ts", Text(dataset, "metadata_modified") + "Z")
            .Add("site_id", site)
            .Add("entity_type", "package")
            .Add("dataset_type", Text(dataset, "type"))
            .Add("capacity", dataset.GetProperty("private").GetBoolean() ? "private" : "public")
            .Add("title_string", Text(dataset, "title"))
            .Add("title_ngram", Text(dataset, "title"))
            .Add("name_ngram", Text(dataset, "name"))
            .Add(DatasetIndexSchema.Labels, document.Labels);
        foreach (var key in (string[])["name", "state", "version", "url", "license_id", "title", "notes", "author", "author_email", "maintainer", "maintainer_email",
            "owner_org", "creator_user_id", "type", "license_title", "license_url"])
        {
            made.Add(key, Text(dataset, key));
        }

        made.Add("metadata_created", Text(dataset, "metadata_created") + "Z").Add("metadata_modified", Text(dataset, "metadata_modified") + "Z");
        foreach (var key in (string[])["private", "isopen", "num_resources", "num_tags"])
        {
            made.Add(key, dataset.GetProperty(key).GetRawText());
        }

        if (dataset.GetProperty("organization") is { ValueKind: JsonValueKind.Object } organization)
        {
            made.Add("organization", Text(organization, "name"));
        }

        AddTags(made, dataset);
        made.Add("groups", dataset.GetProperty("groups").EnumerateArray().Select(g => Text(g, "name")));
        AddResources(made, dataset);
        AddExtras(made, dataset);
        return made;
    }

    private static void AddTags(IndexDocument made, JsonElement dataset)
    {
        foreach (var tag in dataset.GetProperty("tags").EnumerateArray())
        {
            made.Add(Text(tag, "vocabulary_id") is { } vocabulary ? "vocab_" + vocabulary : "tags", Text(tag, "name"));
        }
    }

    private void AddResources(IndexDocument made, JsonElement dataset)
    {
        var extraFields = settings.List("ckan.extra_resource_fields");
        foreach (var resource in dataset.GetProperty("resources").EnumerateArray())
        {
            made.Add("res_name", NotEmpty(Text(resource, "name")))
                .Add("res_description", NotEmpty(Text(resource, "description")))
                .Add("res_format", NotEmpty(Text(resource, "format")))
                .Add("res_url", NotEmpty(Text(resource, "url")))
                .Add("res_type", NotEmpty(Text(resource, "resource_type")));
            foreach (var field in extraFields)
            {
                made.Add("res_extras_" + field, Text(resource, field) ?? "");
            }
        }
    }

    private static void AddExtras(IndexDocument made, JsonElement dataset)
    {
        foreach (var extra in dataset.GetProperty("extras").EnumerateArray())
        {
            var key = Text(extra, "key")!;
            var value = Text(extra, "value") ?? "";
            made.Add("extras_" + key, value);
            var own = new string([.. key.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')]);
            if (own.Length == 0 || Reserved.Contains(own))
            {
                continue;
            }

            if (!own.EndsWith("_date", StringComparison.Ordinal))
            {
                made.Add(own, value);
            }
            else if (DateInput.TryParse(value, out var time))
            {
                made.Add(own, time);
            }
        }
    }

    // CKAN's own recipe for this field; nothing is protected by it
#pragma warning disable CA5351
    private static byte[] MD5Of(string text) => MD5.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5351

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Text(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var value) ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            _ => value.GetRawText(),
        } : null;
}
