namespace Purbalingga.Portal.Pages.Models;

/// <summary>A value of a facet and how many datasets have it.</summary>
internal sealed record FacetItem(string Name, string DisplayName, long Count);
