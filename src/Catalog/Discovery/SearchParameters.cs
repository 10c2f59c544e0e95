using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Discovery;

/// <summary>The parameters of <c>package_search</c>, checked by CKAN's rules.</summary>
internal sealed class SearchParameters
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "q", "fl", "fq", "rows", "sort", "start", "wt", "qf", "bf", "boost", "facet", "facet.mincount", "facet.limit", "facet.field", "extras",
        "fq_list", "tie", "defType", "mm", "df", "include_private", "include_drafts", "include_deleted", "use_default_schema", "callback",
    };

    private SearchParameters()
    {
    }

    /// <summary>Null finds everything.</summary>
    public string? Query { get; private set; }

    /// <summary>All of them must hold.</summary>
    public IReadOnlyList<string> Filters { get; private set; } = [];

    public int Rows { get; private set; }

    public int Start { get; private set; }

    /// <summary>As answered in <c>sort</c>.</summary>
    public string Sort { get; private set; } = "";

    /// <summary>Fields to return instead of datasets; null for datasets.</summary>
    public IReadOnlyList<string>? Fields { get; private set; }

    public IReadOnlyList<string> FacetFields { get; private set; } = [];

    public int FacetLimit { get; private set; }

    public int FacetMinimumCount { get; private set; }

    public bool IncludePrivate { get; private set; }

    public bool IncludeDrafts { get; private set; }

    public bool IncludeDeleted { get; private set; }

    public string? QueryFields { get; private set; }

    public string? MinimumMatch { get; private set; }

    public string? TieBreaker { get; private set; }

    public string? Parser { get; private set; }

    /// <exception cref="InvalidException">A value that is no number, boolean or list.</exception>
    /// <exception cref="SearchQueryException">A parameter that is not known.</exception>
    /// <exception cref="SearchFailedException">Local parameters.</exception>
    public static SearchParameters Read(JsonObject data, CkanSettings settings)
    {
        var errors = new FieldErrors();
        var read = new SearchParameters
        {
            Rows = Math.Min(Natural(data, "rows", 10, errors), settings.Number("ckan.search.rows_max")),
            Start = Natural(data, "start", 0, errors),
            FacetLimit = Integer(data, "facet.limit", settings.Number("search.facets.limit"), errors),
            FacetMinimumCount = Natural(data, "facet.mincount", 1, errors),
            IncludePrivate = Flag(data, "include_private", errors),
            IncludeDrafts = Flag(data, "include_drafts", errors),
            IncludeDeleted = Flag(data, "include_deleted", errors),
            FacetFields = FacetFieldsOf(data, errors),
            Sort = SortOf(data, settings),
            Fields = InputValues.Texts(data["fl"]) is { Count: > 0 } fields ? fields : null,
            QueryFields = FieldText.Of(data["qf"]),
            MinimumMatch = FieldText.Of(data["mm"]),
            TieBreaker = FieldText.Of(data["tie"]),
            Parser = FieldText.Of(data["defType"]),
        };
        Flag(data, "use_default_schema", errors);
        var facet = FieldText.Of(data["facet"]);
        if (facet is "false" or "False")
        {
            read.FacetFields = [];
        }

        var filters = Texts(data, "fq").Concat(FilterList(data, errors)).Select(f => f.Trim()).Where(f => f.Length > 0).ToList();
        errors.ThrowIfAny();
        var unknown = data.Select(p => p.Key).Where(k => !Known.Contains(k) && !k.StartsWith("ext_", StringComparison.Ordinal)).ToList();
        if (unknown.Count > 0)
        {
            throw new SearchQueryException($"\"Invalid search parameters: [{string.Join(", ", unknown.Select(u => $"'{u}'"))}]\"");
        }

        var query = FieldText.Of(data["q"]);
        RefuseLocalParameters("q", query, mayStart: true);
        foreach (var filter in filters)
        {
            RefuseLocalParameters("fq", filter, mayStart: false);
        }

        foreach (var key in (string[])["sort", "qf", "mm", "tie", "fl", "bf", "boost"])
        {
            RefuseLocalParameters(key, FieldText.Of(data[key]), mayStart: true);
        }

        read.Query = query?.Trim() is null or "" or "\"\"" or "''" or "*:*" ? null : query;
        read.Filters = filters;
        return read;
    }

    private static string SortOf(JsonObject data, CkanSettings settings)
    {
        var sort = FieldText.Of(data["sort"]);
        return sort is null or "rank" ? settings.Get("ckan.search.default_package_sort") : sort;
    }

    private static void RefuseLocalParameters(string key, string? value, bool mayStart)
    {
        if (value?.Contains("{!", StringComparison.Ordinal) == true)
        {
            throw new SearchFailedException(mayStart && value.TrimStart().StartsWith("{!", StringComparison.Ordinal)
                ? $"\"Local parameters are not supported in param '{key}'.\""
                : $"\"Local parameters must be defined at the beginning of param '{key}'.\"");
        }
    }

    private static IEnumerable<string> Texts(JsonObject data, string key) => data[key] switch
    {
        null => [],
        JsonArray list => list.Select(item => FieldText.Of(item) ?? ""),
        var node => [FieldText.Of(node)!],
    };

    // A JSON list; on GET as its text. CKAN cuts other texts into characters, which nobody can want
    private static IEnumerable<string> FilterList(JsonObject data, FieldErrors errors)
    {
        if (data["fq_list"] is not { } node)
        {
            return [];
        }

        if (node is JsonArray)
        {
            return Texts(data, "fq_list");
        }

        var text = FieldText.Of(node)!;
        try
        {
            if (JsonNode.Parse(text) is JsonArray list)
            {
                return list.Select(item => FieldText.Of(item) ?? "");
            }
        }
        catch (JsonException)
        {
            // said below
        }

        errors.Add("fq_list", "Not a list");
        return [];
    }

    private static IReadOnlyList<string> FacetFieldsOf(JsonObject data, FieldErrors errors)
    {
        var node = data["facet.field"];
        if (node is JsonValue && FieldText.Of(node) is { Length: > 0 } text)
        {
            try
            {
                node = JsonNode.Parse(text);
            }
            catch (JsonException)
            {
                errors.Add("facet.field", "Could not parse as valid JSON");
                errors.Add("facet.field", "Not a list");
                return [];
            }
        }

        if (node is null || (node is JsonValue && FieldText.Of(node) is "" or null))
        {
            return [];
        }

        if (node is not JsonArray list)
        {
            errors.Add("facet.field", "Not a list");
            return [];
        }

        foreach (var item in list.Where(i => i?.GetValueKind() != JsonValueKind.String))
        {
            errors.Add("facet.field", $"Not a string: {item?.ToJsonString() ?? "None"}");
            return [];
        }

        return [.. list.Select(item => item!.GetValue<string>()).Distinct()];
    }

    private static int Natural(JsonObject data, string key, int fallback, FieldErrors errors)
    {
        var number = Integer(data, key, fallback, errors);
        if (number < 0)
        {
            errors.Add(key, "Must be a natural number");
            return fallback;
        }

        return number;
    }

    private static int Integer(JsonObject data, string key, int fallback, FieldErrors errors)
    {
        if (!InputValues.TryInteger(data[key], out var number) || number is > int.MaxValue or < int.MinValue)
        {
            errors.Add(key, "Invalid integer");
            if (key == "rows")
            {
                errors.Add(key, "Please enter an integer value");
            }

            return fallback;
        }

        return (int)(number ?? fallback);
    }

    private static bool Flag(JsonObject data, string key, FieldErrors errors)
    {
        if (InputValues.AsBool(data[key]) is { } flag)
        {
            return flag;
        }

        errors.Add(key, "Parameter is not a bool");
        return false;
    }
}
