using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Groups;

/// <summary>Lists of active organizations and groups.</summary>
internal sealed class GroupListing(CatalogContext context, GroupDictionary dictionary, GroupSearch search, GroupRights rights, CkanSettings settings)
{
    /// <summary>What the documentation says of the parameters.</summary>
    /// <param name="names">organizations or groups: the parameter that names some of them.</param>
    public static IReadOnlyList<ActionParameter> Parameters(string names) =>
    [
        new("sort", "string", false, "name, title or package_count, with asc or desc.", "\"package_count desc\""),
        new("limit", "integer", false, "At most 1000 names or 25 dictionaries."),
        new("offset", "integer", false),
        new(names, "array", false, "Only these, by name."),
        new("q", "string", false, "Only those whose name, title or description contains it."),
        new("type", "string", false),
        new("all_fields", "boolean", false, "Dictionaries instead of names."),
        .. GroupPartParameters.All.Where(p => p.Name != "include_datasets"),
    ];

    /// <summary>Names, or dictionaries with <c>all_fields</c>.</summary>
    /// <param name="names">organizations or groups: the parameter that names some of them.</param>
    public async Task<RawJson> ListAsync(GroupKind kind, string names, ActionInput input, Caller caller, CancellationToken ct)
    {
        var (limit, offset) = ReadPage(input);
        var allFields = GroupParts.Flag(input, "all_fields", false);
        var parts = GroupParts.Item.With(input) with { Datasets = false };
        var sort = GroupSort.Parse(input.Text("sort") ?? input.Text("order_by") ?? settings.Get("ckan.default_group_sort"));
        limit = Math.Min(limit, settings.Number(allFields ? "ckan.group_and_organization_list_all_fields_max" : "ckan.group_and_organization_list_max"));
        var filtered = Filtered(kind, names, input);
        if (!allFields && !sort.ByDatasetCount)
        {
            return Names(await Ordered(filtered, sort).Skip(offset).Take(limit).Select(g => g.Name).ToListAsync(ct));
        }

        var page = sort.ByDatasetCount
            ? await ByDatasetCountAsync(filtered, sort, offset, limit, ct)
            : await Ordered(filtered, sort).Skip(offset).Take(limit).ToListAsync(ct);
        if (!allFields)
        {
            return Names(page.Select(g => g.Name));
        }

        page.ForEach(group => rights.RequireRead(group, parts.Users, caller));
        return await dictionary.WriteAsync(page, parts, null, ct);
    }

    private static RawJson Names(IEnumerable<string> names) => RawJson.From(new JsonArray([.. names.Select(name => (JsonNode)name)]));

    // Numbers of datasets are in the index and not in the records; CKAN leaves out those without datasets here
    private async Task<List<Group>> ByDatasetCountAsync(IQueryable<Group> groups, GroupSort sort, int offset, int limit, CancellationToken ct)
    {
        var counted = (await groups.ToListAsync(ct)).Select(g => (Group: g, Count: search.Count(g))).Where(g => g.Count > 0);
        var ordered = sort.Descending ? counted.OrderByDescending(g => g.Count) : counted.OrderBy(g => g.Count);
        return [.. ordered.ThenBy(g => g.Group.Name, StringComparer.Ordinal).Skip(offset).Take(limit).Select(g => g.Group)];
    }

    private IQueryable<Group> Filtered(GroupKind kind, string names, ActionInput input)
    {
        var type = input.Text("type") ?? kind.Word;
        var groups = context.ActiveGroups(kind).Where(g => g.Type == type);
        if (InputValues.Texts(input.Data[names]) is { Count: > 0 } wanted)
        {
            groups = groups.Where(g => wanted.Contains(g.Name));
        }

        if (input.Text("q") is { } text)
        {
            var pattern = LikePattern.Containing(text);

            // Lower on both sides: PostgreSQL's LIKE tells cases apart
#pragma warning disable CA1304, CA1311, CA1862
            groups = groups.Where(g =>
                EF.Functions.Like(g.Name.ToLower(), pattern, LikePattern.Escape)
                || EF.Functions.Like(g.Title!.ToLower(), pattern, LikePattern.Escape)
                || EF.Functions.Like(g.Description!.ToLower(), pattern, LikePattern.Escape));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return groups;
    }

    private static IQueryable<Group> Ordered(IQueryable<Group> groups, GroupSort sort)
    {
        if (sort.Field == "name")
        {
            return sort.Descending ? groups.OrderByDescending(g => g.Name) : groups.OrderBy(g => g.Name);
        }

#pragma warning disable CA1304, CA1311
        var titled = sort.Descending ? groups.OrderByDescending(g => g.Title!.ToLower()) : groups.OrderBy(g => g.Title!.ToLower());
#pragma warning restore CA1304, CA1311
        return titled.ThenBy(g => g.Created).ThenBy(g => g.Name);
    }

    private static (int Limit, int Offset) ReadPage(ActionInput input)
    {
        var errors = new FieldErrors();
        var page = (Natural("limit") ?? int.MaxValue, Natural("offset") ?? 0);
        errors.ThrowIfAny();
        return page;

        int? Natural(string key)
        {
            if (!InputValues.TryInteger(input.Data[key], out var number))
            {
                errors.Add(key, "Invalid integer");
            }
            else if (number < 0)
            {
                errors.Add(key, "Must be a natural number");
            }

            return number is null ? null : (int)Math.Min(number.Value, int.MaxValue);
        }
    }
}
