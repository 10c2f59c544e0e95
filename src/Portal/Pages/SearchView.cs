using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages;

/// <summary>A search with its results, as the search page and the pages of organizations and themes show it.</summary>
internal sealed class SearchView
{
    private readonly IReadOnlyDictionary<string, string> _englishTitles;

    private SearchView(SearchQuery query, string path, SearchPage? page, string? problem, IReadOnlyDictionary<string, string> englishTitles)
    {
        Query = query;
        Path = path;
        Page = page;
        Problem = problem;
        _englishTitles = englishTitles;
    }

    public SearchQuery Query { get; }

    /// <summary>Path of the page that the search stands on, without language prefix.</summary>
    public string Path { get; }

    /// <summary>Null when the catalog did not understand the search.</summary>
    public SearchPage? Page { get; }

    /// <summary>What the catalog says about a search that it did not understand.</summary>
    public string? Problem { get; }

    public long Count => Page?.Count ?? 0;

    public IReadOnlyList<DatasetInfo> Results => Page?.Results ?? [];

    public int LastPage => (int)Math.Min(int.MaxValue, (Count + SearchQuery.PageSize - 1) / SearchQuery.PageSize);

    /// <summary>Facet not to show because the page itself stands for it.</summary>
    public string? HiddenFacet { get; private init; }

    /// <param name="fixedField">Field and value that the page itself stands for.</param>
    public static async Task<SearchView> AskAsync(
        Questions questions, CatalogLists lists, PageLanguage language, SearchQuery query, string path, (string Field, string Value)? fixedField, CancellationToken ct)
    {
        var titles = language.IsIndonesian ? new Dictionary<string, string>() : await EnglishTitlesAsync(lists, ct);
        try
        {
            var caller = await questions.CallerAsync();
            var page = await questions.AskAsync<SearchPage>("package_search", query.Parameters(fixedField, !caller.IsAnonymous), ct);
            return new SearchView(query, path, page, null, titles) { HiddenFacet = fixedField?.Field };
        }
        catch (Exception problem) when (problem is SearchFailedException or SearchQueryException or InvalidException)
        {
            return new SearchView(query, path, null, problem.Message, titles) { HiddenFacet = fixedField?.Field };
        }
    }

    /// <summary>Values of a facet, most datasets first, those in force before all.</summary>
    public IReadOnlyList<FacetItem> Facet(string field)
    {
        var items = Page?.SearchFacets is { } facets && facets.TryGetValue(field, out var facet) ? facet.Items : [];
        return [.. items.OrderByDescending(i => Query.Has(field, i.Name)).ThenByDescending(i => i.Count).ThenBy(i => i.DisplayName, StringComparer.CurrentCulture)];
    }

    /// <summary>How a value of a field is written for people.</summary>
    public string Label(string field, string value, string? display = null) =>
        field is "organization" or "groups" && _englishTitles.TryGetValue(value, out var title) ? title
        : display ?? Facet(field).FirstOrDefault(i => i.Name == value)?.DisplayName ?? value;

    private static async Task<Dictionary<string, string>> EnglishTitlesAsync(CatalogLists lists, CancellationToken ct)
    {
        var titles = new Dictionary<string, string>();
        foreach (var group in (await lists.OrganizationsAsync(ct)).Concat(await lists.ThemesAsync(ct)))
        {
            if (group.Extra("title_en") is { Length: > 0 } title)
            {
                titles[group.Name] = title;
            }
        }

        return titles;
    }
}
