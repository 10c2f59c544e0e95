namespace Purbalingga.Portal.Pages.Models;

/// <summary>Result of <c>package_search</c>.</summary>
internal sealed record SearchPage(long Count, IReadOnlyList<DatasetInfo>? Results, IReadOnlyDictionary<string, FacetInfo>? SearchFacets);
