using System.Globalization;
using System.Text.Json.Nodes;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages;

/// <summary>The front page.</summary>
[CachedPage]
internal sealed class IndexModel(Questions questions, CatalogLists lists, PageLanguage language) : PortalPage
{
    private const int NewestShown = 6;
    private const int OrganizationsShown = 12;
    private const int TagsShown = 5;

    public long DatasetCount { get; private set; }

    public long FileCount { get; private set; }

    public IReadOnlyList<DatasetInfo> Newest { get; private set; } = [];

    public IReadOnlyList<FacetItem> PopularTags { get; private set; } = [];

    public IReadOnlyList<GroupInfo> Organizations { get; private set; } = [];

    public IReadOnlyList<GroupInfo> LargestOrganizations { get; private set; } = [];

    public IReadOnlyList<GroupInfo> Themes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Description = language["home.lead"];
        Organizations = await lists.OrganizationsAsync(ct);
        Themes = await lists.ThemesAsync(ct);
        LargestOrganizations = [.. Organizations.Where(o => o.PackageCount > 0).OrderByDescending(o => o.PackageCount).Take(OrganizationsShown)];

        var found = await questions.AskAsync<SearchPage>(
            "package_search",
            new JsonObject
            {
                ["rows"] = NewestShown,
                ["sort"] = "metadata_modified desc",
                ["fq"] = "+dataset_type:dataset",
                ["facet.field"] = new JsonArray("tags"),
                ["facet.limit"] = TagsShown + 1,
            },
            ct);
        DatasetCount = found.Count;
        Newest = found.Results ?? [];
        PopularTags = [.. (found.SearchFacets?.GetValueOrDefault("tags")?.Items ?? []).Where(t => t.Name != DatasetInfo.SampleTag).OrderByDescending(t => t.Count).Take(TagsShown)];

        FileCount = await CountFilesAsync(ct);
    }

    /// <summary>Adds up from the index, so that no table is read: so many datasets have one file, so many two ...</summary>
    private async Task<long> CountFilesAsync(CancellationToken ct)
    {
        var found = await questions.AskAsync<SearchPage>(
            "package_search",
            new JsonObject { ["rows"] = 0, ["fq"] = "+dataset_type:dataset", ["facet.field"] = new JsonArray("num_resources"), ["facet.limit"] = -1 },
            ct);
        return (found.SearchFacets?.GetValueOrDefault("num_resources")?.Items ?? [])
            .Sum(item => long.TryParse(item.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files * item.Count : 0);
    }
}
