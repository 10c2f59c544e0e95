namespace Purbalingga.Catalog.Actions;

/// <summary>409 <c>Search Error</c>: the query text cannot be understood or answered.</summary>
/// <param name="detail">Python repr of the text, as CKAN shows it.</param>
public sealed class SearchFailedException(string detail, Exception? inner = null) : CatalogException("Search error: " + detail, inner);
