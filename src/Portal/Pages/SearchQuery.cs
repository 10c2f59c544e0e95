using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;

namespace Purbalingga.Portal.Pages;

/// <summary>
/// The query string of a search page, read as CKAN reads it: <c>q</c>, <c>sort</c>, <c>page</c>, and each other parameter a filter on the field of
/// its name.
/// </summary>
internal sealed class SearchQuery
{
    /// <summary>Datasets on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Fields offered as facets, in the order shown.</summary>
    public static IReadOnlyList<string> Facets { get; } = ["organization", "groups", "res_format", "tags", "license_id"];

    private static readonly string[] Sorts = ["metadata_modified desc", "metadata_created desc", "title_string asc", "title_string desc"];

    private SearchQuery(string text, string sort, int page, IReadOnlyList<(string Field, string Value)> filters)
    {
        Text = text;
        Sort = sort;
        Page = page;
        Filters = filters;
    }

    /// <summary>What was typed.</summary>
    public string Text { get; }

    /// <summary>One of <see cref="SortChoices"/>; empty for relevance.</summary>
    public string Sort { get; }

    /// <summary>From 1.</summary>
    public int Page { get; }

    public IReadOnlyList<(string Field, string Value)> Filters { get; }

    /// <summary>Sort orders offered; empty is relevance.</summary>
    public static IReadOnlyList<string> SortChoices { get; } = ["", .. Sorts];

    public static SearchQuery Read(IQueryCollection query)
    {
        var filters = query.Where(p => IsFilter(p.Key))
            .SelectMany(p => p.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => (p.Key, v!)))
            .Distinct().ToList();
        var sort = query["sort"].ToString();
        return new SearchQuery(
            query["q"].ToString().Trim(),
            Sorts.Contains(sort) ? sort : "",
            int.TryParse(query["page"], out var page) && page is > 0 and < 1_000_000 ? page : 1,
            filters);
    }

    public bool Has(string field, string value) => Filters.Contains((field, value));

    /// <summary>The parameters of <c>package_search</c>.</summary>
    /// <param name="fixedField">Field and value that the page itself stands for, such as its organization.</param>
    /// <param name="includePrivate">Also what only the caller may see.</param>
    public JsonObject Parameters((string Field, string Value)? fixedField, bool includePrivate)
    {
        var filters = new JsonArray("+dataset_type:dataset");
        foreach (var (field, value) in fixedField is { } own ? Filters.Append(own) : Filters)
        {
            filters.Add($"{field}:\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }

        var parameters = new JsonObject
        {
            ["q"] = Text,
            ["fq_list"] = filters,
            ["rows"] = PageSize,
            ["start"] = (Page - 1) * PageSize,
            ["facet.field"] = new JsonArray([.. Facets.Select(f => JsonValue.Create(f))]),
            ["facet.limit"] = 50,
        };
        if (Sort.Length > 0)
        {
            parameters["sort"] = Sort;
        }
        else if (Text.Length == 0)
        {
            parameters["sort"] = Sorts[0];
        }

        if (includePrivate)
        {
            parameters["include_private"] = true;
        }

        return parameters;
    }

    /// <summary>Query string of this search with a filter more; back on page 1.</summary>
    public string With(string field, string value) => Build(Text, Sort, 1, [.. Filters, (field, value)]);

    /// <summary>Query string of this search with a filter less; back on page 1.</summary>
    public string Without(string field, string value) => Build(Text, Sort, 1, Filters.Where(f => f != (field, value)));

    /// <summary>Query string of this search without its filters.</summary>
    public string WithoutFilters() => Build(Text, Sort, 1, []);

    /// <summary>Query string of another page of this search.</summary>
    public string OnPage(int page) => Build(Text, Sort, page, Filters);

    private static string Build(string text, string sort, int page, IEnumerable<(string Field, string Value)> filters)
    {
        var builder = new QueryBuilder();
        if (text.Length > 0)
        {
            builder.Add("q", text);
        }

        if (sort.Length > 0)
        {
            builder.Add("sort", sort);
        }

        foreach (var (field, value) in filters)
        {
            builder.Add(field, value);
        }

        if (page > 1)
        {
            builder.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return builder.ToString();
    }

    /// <summary>Names of index fields; what mailings and social sites add to links is none.</summary>
    private static bool IsFilter(string key) =>
        key is not ("q" or "sort" or "page" or "fbclid" or "gclid") && !key.StartsWith("utm_", StringComparison.Ordinal) && !key.StartsWith("ext_", StringComparison.Ordinal)
        && key.Length is > 0 and <= 100 && key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-');
}
