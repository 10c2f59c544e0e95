namespace Purbalingga.Search;

/// <summary>Answer to a search.</summary>
/// <param name="Count">All hits, also those outside the page.</param>
/// <param name="Hits">The page.</param>
/// <param name="Facets">One result per facet asked for, in that order.</param>
/// <param name="Generation">State of the index that was searched.</param>
public sealed record SearchResult(int Count, IReadOnlyList<SearchHit> Hits, IReadOnlyList<FacetResult> Facets, long Generation);
