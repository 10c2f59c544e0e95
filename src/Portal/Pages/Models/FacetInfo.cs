namespace Purbalingga.Portal.Pages.Models;

/// <summary>One facet of a search with its values.</summary>
internal sealed record FacetInfo(string Title, IReadOnlyList<FacetItem> Items);
