using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Tags;

namespace Purbalingga.Catalog.Datasets;

/// <summary>CKAN's rules for datasets: reads what a caller sent and tells everything that is wrong with it at once.</summary>
internal sealed class DatasetSchema(CatalogContext context, CkanSettings settings)
{
    private const int MaxVersion = 100;
    private const int MaxExtraKey = 300;

    /// <summary>Top-level keys of a dataset; an extra may not have the name of one.</summary>
    private static readonly FrozenSet<string> Fields = new[]
    {
        "id", "name", "title", "author", "author_email", "maintainer", "maintainer_email", "license_id", "notes", "url", "version", "state",
        "type", "owner_org", "private", "__extras", "resources", "groups", "tags", "tag_string", "extras", "relationships_as_object",
        "relationships_as_subject", "metadata_created", "metadata_modified", "creator_user_id", "plugin_data", "save", "return_to", "__junk", "log_message",
    }.ToFrozenSet();

    /// <summary>What the documentation says of a dataset's keys.</summary>
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("name", "string", true, "Part of the URL: 2 to 100 of a-z, 0-9, - and _.", "\"jumlah-penduduk-per-kecamatan\""),
        new("title", "string", false, "Title; the name when left out.", "\"Jumlah Penduduk per Kecamatan\""),
        new("owner_org", "string", false, "Id or name of the organization (OPD) that owns it.", "\"disdukcapil\""),
        new("notes", "string", false, "Description in Markdown.", "\"Penduduk menurut kecamatan dan jenis kelamin.\""),
        new("private", "boolean", false, "Seen by members of the organization only."),
        new("license_id", "string", false, "Id of a license, see license_list.", "\"cc-by\""),
        new("author", "string", false), new("author_email", "string", false),
        new("maintainer", "string", false), new("maintainer_email", "string", false),
        new("url", "string", false, "Landing page."), new("version", "string", false, "At most 100 characters."),
        new("tags", "array", false, "List of {name}.", "[{\"name\": \"penduduk\"}]"),
        new("extras", "array", false, "List of {key, value}.", "[{\"key\": \"satuan\", \"value\": \"jiwa\"}]"),
        new("groups", "array", false, "List of {id} or {name} of groups (themes)."),
        new("resources", "array", false, "List of resources, see resource_create.", "[{\"url\": \"https://example.test/penduduk.csv\", \"format\": \"CSV\"}]"),
        new("state", "string", false, "active, draft or deleted."), new("type", "string", false, "dataset unless an extension says otherwise; never changes."),
    ];

    /// <summary>Checks input for a new dataset, or for an existing one.</summary>
    /// <param name="existing">Null for a new one.</param>
    /// <param name="uploads">File parts by place in the list of resources.</param>
    /// <exception cref="IntegrityException">A text where a list of objects belongs.</exception>
    /// <exception cref="InvalidException">With every field that is wrong.</exception>
    public async Task<DatasetValues> ReadAsync(
        JsonObject data, Dataset? existing, Caller caller, IReadOnlyDictionary<int, UploadedFile> uploads, CancellationToken ct)
    {
        var resources = FieldText.Objects(data, "resources");
        var tags = FieldText.Objects(data, "tags");
        var extras = FieldText.Objects(data, "extras");
        var groups = FieldText.Objects(data, "groups");
        FieldText.Objects(data, "relationships_as_subject");
        FieldText.Objects(data, "relationships_as_object");

        var errors = new FieldErrors();
        var values = new DatasetValues
        {
            Title = FieldText.Of(data["title"]),
            Version = FieldText.Of(data["version"]),
            Url = FieldText.Of(data["url"]),
            Author = FieldText.Of(data["author"]),
            AuthorEmail = FieldText.Of(data["author_email"]),
            Maintainer = FieldText.Of(data["maintainer"]),
            MaintainerEmail = FieldText.Of(data["maintainer_email"]),
            Notes = FieldText.Of(data["notes"]),
            LicenseId = FieldText.Of(data["license_id"]),
            Private = data["private"] is { } flag ? InputValues.Flag(flag) : null,
            Type = FieldText.Of(data["type"]) is { Length: > 0 } type ? type : null,
            State = existing is not null || caller.IsSysadmin ? FieldText.Of(data["state"]) is { Length: > 0 } state ? state : null : null,
        };
        await ReadIdAsync(data, existing, caller, values, errors, ct);
        await ReadNameAsync(data, existing, values, errors, ct);
        if (existing is null && string.IsNullOrEmpty(values.Title))
        {
            values.Title = values.Name;
        }

        if (values.Version is { Length: > MaxVersion })
        {
            errors.Add("version", $"Version must be a maximum of {MaxVersion} characters long");
        }

        CheckEmail("author_email", values.AuthorEmail, errors);
        CheckEmail("maintainer_email", values.MaintainerEmail, errors);
        await ReadOwnerAsync(data, existing, caller, values, errors, ct);
        ReadModified(data, caller, values, errors);
        await ReadTagsAsync(data, tags, values, errors, ct);
        ReadExtras(extras, values, errors);
        await ReadGroupsAsync(groups, values, ct);
        await ReadResourcesAsync(resources, existing, uploads, values, errors, ct);
        errors.ThrowIfAny();
        return values;
    }

    private async Task ReadIdAsync(JsonObject data, Dataset? existing, Caller caller, DatasetValues values, FieldErrors errors, CancellationToken ct)
    {
        if (existing is not null || FieldText.Of(data["id"]) is not { Length: > 0 } id)
        {
            return;
        }

        if (!caller.IsSysadmin)
        {
            errors.Add("id", "The input field id was not expected.");
        }
        else if (!NameRules.IsUuid(id))
        {
            errors.Add("id", "Invalid id provided");
        }
        else if (await context.Datasets.AnyAsync(d => d.Id == id, ct))
        {
            errors.Add("id", "Dataset id already exists");
        }
        else
        {
            values.Id = id;
        }
    }

    private async Task ReadNameAsync(JsonObject data, Dataset? existing, DatasetValues values, FieldErrors errors, CancellationToken ct)
    {
        var node = data["name"];
        if (existing is not null)
        {
            if (!data.ContainsKey("name"))
            {
                return;
            }

            if (node is not null && node.GetValueKind() != System.Text.Json.JsonValueKind.String)
            {
                errors.Add("name", "Names must be strings");
                return;
            }
        }

        values.Name = FieldText.Of(node);
        if (string.IsNullOrEmpty(values.Name))
        {
            errors.Add("name", "Missing value");
            return;
        }

        var wrong = NameRules.Errors(values.Name).Concat(NameRules.LengthErrors(values.Name)).ToList();
        errors.Add("name", wrong);
        if (wrong.Count > 0 || values.Name == existing?.Name)
        {
            return;
        }

        var holder = await context.Datasets.Where(d => d.Name == values.Name).Select(d => d.State).FirstOrDefaultAsync(ct);
        values.NameIsHeld = holder == RecordState.Deleted;
        if (holder is not null && !values.NameIsHeld)
        {
            errors.Add("name", "That URL is already in use.");
        }
    }

    private static void CheckEmail(string field, string? email, FieldErrors errors)
    {
        if (!string.IsNullOrEmpty(email) && !NameRules.IsEmail(email))
        {
            errors.Add(field, $"Email {email} is not a valid format");
        }
    }

    private async Task ReadOwnerAsync(JsonObject data, Dataset? existing, Caller caller, DatasetValues values, FieldErrors errors, CancellationToken ct)
    {
        values.OwnerGiven = existing is null || data.ContainsKey("owner_org");
        if (!values.OwnerGiven)
        {
            values.OwnerOrg = existing!.OwnerOrg;
        }
        else if (FieldText.Of(data["owner_org"]) is not { Length: > 0 } owner)
        {
            if (!settings.Flag("ckan.auth.create_unowned_dataset"))
            {
                errors.Add("owner_org", "An organization must be provided");
            }
        }
        else
        {
            var organization = await context.FindGroupAsync(owner, ct);
            if (organization is not { IsOrganization: true } || organization.State == RecordState.Deleted)
            {
                errors.Add("owner_org", "Organization does not exist");
            }
            else if (organization.Id != existing?.OwnerOrg && !caller.May(organization.Id, "create_dataset"))
            {
                errors.Add("owner_org", "You cannot add a dataset to this organization");
            }
            else
            {
                values.OwnerOrg = organization.Id;
            }
        }

        if ((values.Private ?? existing?.Private ?? false) && values.OwnerOrg is null && !errors.Json.ContainsKey("owner_org"))
        {
            errors.Add("private", "Datasets with no organization can't be private.");
        }
    }

    private static void ReadModified(JsonObject data, Caller caller, DatasetValues values, FieldErrors errors)
    {
        if (!caller.IsSysadmin || FieldText.Of(data["metadata_modified"]) is not { Length: > 0 } text)
        {
            return;
        }

        if (DateInput.TryParse(text, out var time))
        {
            values.MetadataModified = time;
        }
        else
        {
            errors.Add("metadata_modified", "Date format incorrect");
        }
    }

    private async Task ReadTagsAsync(JsonObject data, IReadOnlyList<JsonObject>? tags, DatasetValues values, FieldErrors errors, CancellationToken ct)
    {
        var free = new List<string>();
        var bound = new List<(string VocabularyId, string Name)>();
        foreach (var tag in tags ?? [])
        {
            if (FieldText.Of(tag["name"]) is not { } name)
            {
                errors.Add("tags", "Missing value");
                continue;
            }

            errors.Add("tags", TagRules.Errors(name));
            if (FieldText.Of(tag["vocabulary_id"]) is not { Length: > 0 } vocabulary)
            {
                free.Add(name);
            }
            else if (await context.Vocabularies.FirstOrDefaultAsync(v => v.Id == vocabulary || v.Name == vocabulary, ct) is { } found)
            {
                bound.Add((found.Id, name));
            }
            else
            {
                errors.Add("tags", "Tag vocabulary was not found.");
            }
        }

        foreach (var name in (FieldText.Of(data["tag_string"]) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            errors.Add("tag_string", TagRules.Errors(name));
            free.Add(name);
        }

        values.Tags = [.. free.Distinct(StringComparer.Ordinal)];
        values.VocabularyTags = [.. bound.Distinct()];
    }

    private static void ReadExtras(IReadOnlyList<JsonObject>? extras, DatasetValues values, FieldErrors errors)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var items = new List<FieldErrors>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var extra in extras ?? [])
        {
            var item = new FieldErrors();
            items.Add(item);
            var key = FieldText.Of(extra["key"]);
            if (string.IsNullOrEmpty(key))
            {
                item.Add("key", "Missing value");
            }
            else if (Fields.Contains(key))
            {
                item.Add("key", "There is a schema field with the same name");
            }
            else if (key.Length > MaxExtraKey)
            {
                item.Add("key", $"Key must be a maximum of {MaxExtraKey} characters long");
            }

            if (!extra.ContainsKey("value"))
            {
                item.Add("value", "Missing value");
            }

            if (item.Any || InputValues.Flag(extra["deleted"]))
            {
                continue;
            }

            if (!seen.Add(key!))
            {
                errors.Json["extras_validation"] = new JsonArray($"Duplicate key \"{key}\"");
            }

            found[key!] = FieldText.Of(extra["value"]) ?? "";
        }

        errors.Items("extras", items);
        values.Extras = found;
    }

    private async Task ReadGroupsAsync(IReadOnlyList<JsonObject>? groups, DatasetValues values, CancellationToken ct)
    {
        if (groups is null)
        {
            return;
        }

        var ids = new List<string>();
        foreach (var group in groups)
        {
            if ((FieldText.Of(group["id"]) is { Length: > 0 } id ? id : FieldText.Of(group["name"])) is { Length: > 0 } reference)
            {
                var found = await context.FindGroupAsync(reference, ct);
                if (found is { IsOrganization: false })
                {
                    ids.Add(found.Id);
                }
            }
        }

        values.Groups = [.. ids.Distinct()];
    }

    private async Task ReadResourcesAsync(
        IReadOnlyList<JsonObject>? resources, Dataset? existing, IReadOnlyDictionary<int, UploadedFile> uploads, DatasetValues values, FieldErrors errors, CancellationToken ct)
    {
        if (resources is null)
        {
            return;
        }

        var items = new List<FieldErrors>();
        var read = new List<ResourceValues>();
        for (var i = 0; i < resources.Count; i++)
        {
            var item = new FieldErrors();
            items.Add(item);
            read.Add(ResourceValues.Read(resources[i], uploads.GetValueOrDefault(i), item));
        }

        var own = existing?.Resources.Select(r => r.Id).ToHashSet() ?? [];
        var foreign = read.Where(r => r.Id is not null && !own.Contains(r.Id)).Select(r => r.Id!).ToList();
        var taken = foreign.Count == 0 ? [] : await context.Resources.Where(r => foreign.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct);
        var seen = new HashSet<string>();
        for (var i = 0; i < read.Count; i++)
        {
            if (read[i].Id is { } id && !items[i].Any && (taken.Contains(id) || !seen.Add(id)))
            {
                items[i].Add("id", "Resource id already exists.");
            }
        }

        errors.Items("resources", items);
        values.Resources = read;
    }
}
