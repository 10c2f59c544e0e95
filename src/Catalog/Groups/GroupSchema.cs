using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Groups;

/// <summary>CKAN's rules for organizations and groups: reads what a caller sent and tells everything that is wrong with it at once.</summary>
internal sealed partial class GroupSchema(CatalogContext context, GroupHierarchy hierarchy, GroupImageUpload images)
{
    private const int MaxShort = 100;
    private const int MaxExtraKey = 300;
    private const string DefaultCapacity = "public";

    /// <summary>What the documentation says of the keys.</summary>
    public static IReadOnlyList<ActionParameter> Parameters(bool create) =>
    [
        .. create
            ? (IEnumerable<ActionParameter>)[new("id", "string", false, "Sysadmins may give the id; others get a new UUID.")]
            : [new("id", "string", true, "Id or name.")],
        new("name", "string", create, "Part of the URL: 2 to 100 of a-z, 0-9, - and _.", "\"dinas-kesehatan\""),
        new("title", "string", false, null, "\"Dinas Kesehatan\""),
        new("description", "string", false, "Markdown."),
        new("image_url", "string", false, "Address of the logo."),
        new("image_upload", "file", false, "The logo as a file: PNG, GIF, JPEG or WebP."),
        new("clear_upload", "boolean", false, "Takes the logo away."),
        new("type", "string", false, "Never changes."),
        new("state", "string", false, "active or deleted."),
        new("approval_status", "string", false),
        new("extras", "array", false, "List of {key, value}.", "[{\"key\": \"kode\", \"value\": \"1.02\"}]"),
        new("users", "array", false, "List of {name, capacity}: all members with their roles.", "[{\"name\": \"budi\", \"capacity\": \"editor\"}]"),
        new("groups", "array", false, "List of {name} of parents."),
        new("packages", "array", false, "List of {id} or {name} of datasets; groups only."),
    ];

    /// <param name="existing">Null for a new one.</param>
    /// <exception cref="IntegrityException">A text where a list of objects belongs.</exception>
    /// <exception cref="InvalidException">With every field that is wrong.</exception>
    public async Task<GroupValues> ReadAsync(ActionInput input, GroupKind kind, Group? existing, Caller caller, CancellationToken ct)
    {
        var data = input.Data;
        var extras = FieldText.Objects(data, "extras");
        var users = FieldText.Objects(data, "users");
        var parents = FieldText.Objects(data, "groups");
        var datasets = FieldText.Objects(data, "packages");
        var errors = new FieldErrors();
        var values = new GroupValues
        {
            Id = existing is null ? await ReadIdAsync(data, caller, errors, ct) : null,
            Name = await ReadNameAsync(data, existing, errors, ct),
            Title = Text(data, "title", errors),
            Description = Text(data, "description", errors),
            ImageUrl = images.Read(input, existing?.ImageUrl, errors),
            Type = existing is null ? ReadType(data, kind, errors) : null,
            ApprovalStatus = Short(data, "approval_status", errors),
            State = existing is not null || caller.IsSysadmin ? Short(data, "state", errors) : null,
            Extras = extras is null ? null : ReadExtras(extras, errors),
            Users = users is null ? null : await ReadUsersAsync(users, errors, ct),
            Parents = parents is null ? null : await ReadParentsAsync(parents, kind, existing, errors, ct),
            Datasets = datasets is null || kind.IsOrganization ? null : await ReadDatasetsAsync(datasets, existing, caller, errors, ct),
        };
        errors.ThrowIfAny();
        return values;
    }

    private async Task<string?> ReadIdAsync(JsonObject data, Caller caller, FieldErrors errors, CancellationToken ct)
    {
        if (FieldText.Of(data["id"]) is not { Length: > 0 } id)
        {
            return null;
        }

        if (!caller.IsSysadmin)
        {
            errors.Add("id", "The input field id was not expected.");
            return null;
        }

        // Ids become parts of permission labels, which blanks separate
        if (id.Length > MaxShort || !IdShape().IsMatch(id))
        {
            errors.Add("id", "Invalid id provided");
            return null;
        }

        id = NameRules.IsUuid(id) ? Guid.Parse(id).ToString() : id;
        if (await context.FindGroupAsync(id, ct) is not null)
        {
            errors.Add("id", "Id already exists");
        }

        return id;
    }

    private async Task<string?> ReadNameAsync(JsonObject data, Group? existing, FieldErrors errors, CancellationToken ct)
    {
        var name = FieldText.Of(data["name"]);
        if (string.IsNullOrEmpty(name))
        {
            if (existing is null || name is not null)
            {
                errors.Add("name", "Missing value");
            }

            return null;
        }

        // CKAN checks the shape of new names only; what no engine could keep is refused on changes too
        var wrong = existing is null ? NameRules.Errors(name).ToList()
            : name.Length > NameRules.MaxLength ? [$"Name must be a maximum of {NameRules.MaxLength} characters long"]
            : name.Any(char.IsControl) ? ["Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_"]
            : [];
        if (wrong.Count > 0)
        {
            errors.Add("name", wrong);
        }
        else if (name != existing?.Name && await context.Groups.AnyAsync(g => g.Name == name, ct))
        {
            errors.Add("name", "Group name already exists in database");
        }

        return name;
    }

    private static string? ReadType(JsonObject data, GroupKind kind, FieldErrors errors)
    {
        var type = Short(data, "type", errors);
        if (type == GroupKind.Organization.Word && !kind.IsOrganization)
        {
            errors.Add("type", "Organizations are made by organization_create");
        }

        return type;
    }

    private static string? Text(JsonObject data, string key, FieldErrors errors)
    {
        var text = FieldText.Of(data[key]);
        if (text is not null && text.Contains('\0', StringComparison.Ordinal))
        {
            errors.Add(key, "Null characters are not allowed");
        }

        return text;
    }

    private static string? Short(JsonObject data, string key, FieldErrors errors)
    {
        var text = Text(data, key, errors);
        if (text is { Length: > MaxShort })
        {
            errors.Add(key, $"Must be at most {MaxShort} characters long");
        }

        return text is { Length: > 0 } ? text : null;
    }

    private static Dictionary<string, string> ReadExtras(IReadOnlyList<JsonObject> items, FieldErrors errors)
    {
        var extras = new Dictionary<string, string>();
        errors.Items("extras", [.. items.Select(item =>
        {
            var wrong = new FieldErrors();
            var key = Text(item, "key", wrong);
            if (string.IsNullOrEmpty(key))
            {
                wrong.Add("key", "Missing value");
            }
            else if (key.Length > MaxExtraKey)
            {
                wrong.Add("key", $"Must be at most {MaxExtraKey} characters long");
            }

            if (!item.ContainsKey("value"))
            {
                wrong.Add("value", "Missing value");
            }

            // As in CKAN the last of two with the same key counts
            extras[key ?? ""] = Text(item, "value", wrong) ?? "";
            return wrong;
        })]);
        return extras;
    }

    private async Task<Dictionary<string, string>> ReadUsersAsync(IReadOnlyList<JsonObject> items, FieldErrors errors, CancellationToken ct)
    {
        var users = new Dictionary<string, string>();
        var wrong = new List<FieldErrors>();
        foreach (var item in items)
        {
            var itemErrors = new FieldErrors();
            wrong.Add(itemErrors);
            var role = FieldText.Of(item["capacity"]) is { Length: > 0 } given ? given : MemberRoles.Member;
            if (!MemberRoles.All.Contains(role))
            {
                itemErrors.Add("capacity", "role does not exist.");
            }

            if (Reference(item, "name", itemErrors) is { } reference)
            {
                if (await context.FindUserAsync(reference, ct) is { State: not RecordState.Deleted } user)
                {
                    users[user.Id] = role;
                }
                else
                {
                    itemErrors.Add("name", "User not found");
                }
            }
        }

        errors.Items("users", wrong);
        return users;
    }

    private async Task<Dictionary<string, string>> ReadParentsAsync(
        IReadOnlyList<JsonObject> items, GroupKind kind, Group? existing, FieldErrors errors, CancellationToken ct)
    {
        var parents = new Dictionary<string, string>();
        var wrong = new List<FieldErrors>();
        foreach (var item in items)
        {
            var itemErrors = new FieldErrors();
            wrong.Add(itemErrors);
            var capacity = Short(item, "capacity", itemErrors) ?? DefaultCapacity;
            if (Reference(item, "name", itemErrors) is not { } reference)
            {
                continue;
            }

            var parent = await context.FindGroupAsync(reference, ct);
            if (parent is not { State: RecordState.Active } || parent.IsOrganization != kind.IsOrganization)
            {
                itemErrors.Add("name", "Group was not found.");
            }
            else if (existing is not null && await hierarchy.WouldLoopAsync(existing.Id, parent.Id, ct))
            {
                itemErrors.Add("name", GroupHierarchy.LoopMessage);
            }
            else
            {
                parents[parent.Id] = capacity;
            }
        }

        errors.Items("groups", wrong);
        return parents;
    }

    private async Task<Dictionary<string, string>> ReadDatasetsAsync(
        IReadOnlyList<JsonObject> items, Group? existing, Caller caller, FieldErrors errors, CancellationToken ct)
    {
        var datasets = new Dictionary<string, string>();
        var wrong = new List<FieldErrors>();
        foreach (var item in items)
        {
            var itemErrors = new FieldErrors();
            wrong.Add(itemErrors);
            if (Reference(item, "id", itemErrors) is not { } reference)
            {
                continue;
            }

            var dataset = await context.Datasets.FirstOrDefaultAsync(d => d.Id == reference, ct)
                ?? await context.Datasets.FirstOrDefaultAsync(d => d.Name == reference, ct);
            if (dataset is null || !(Rights.MayRead(dataset, caller) || await IsMemberAsync(existing, dataset, ct)))
            {
                itemErrors.Add("id", "Dataset not found");
            }
            else
            {
                datasets[dataset.Id] = DefaultCapacity;
            }
        }

        errors.Items("packages", wrong);
        return datasets;
    }

    private async Task<bool> IsMemberAsync(Group? group, Dataset dataset, CancellationToken ct) => group is not null && await context.Members.AnyAsync(
        m => m.GroupId == group.Id && m.TableName == MemberObjects.Dataset && m.TableId == dataset.Id && m.State == RecordState.Active, ct);

    // CKAN looks at id before name wherever it takes either
    private static string? Reference(JsonObject item, string key, FieldErrors errors)
    {
        if (FieldText.Of(item["id"]) is { Length: > 0 } id)
        {
            return id;
        }

        if (FieldText.Of(item["name"]) is { Length: > 0 } name)
        {
            return name;
        }

        errors.Add(key, "Missing value");
        return null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.\-]+\z")]
    private static partial Regex IdShape();
}
