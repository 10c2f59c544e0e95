namespace Purbalingga.Catalog.Actions;

/// <summary>403: answered as <c>Access denied</c> or <c>Access denied: DETAIL</c>.</summary>
/// <param name="detail">CKAN's text after the colon; null for the bare answer.</param>
public sealed class NotAuthorizedException(string? detail = null)
    : CatalogException(detail is null ? "Access denied" : "Access denied: " + detail)
{
    public string? Detail { get; } = detail;
}
