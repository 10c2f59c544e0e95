namespace Purbalingga.Catalog.Actions;

/// <summary>400 <c>Search Query Error</c>: a search parameter that is not known or not well formed.</summary>
/// <param name="detail">Python repr of the text, as CKAN shows it.</param>
public sealed class SearchQueryException(string detail) : CatalogException("Search Query is invalid: " + detail);
