namespace Purbalingga.Catalog.Actions;

/// <summary>404: answered as <c>Not found</c> or <c>Not found: DETAIL</c>.</summary>
/// <param name="detail">CKAN's text after the colon; null for the bare answer.</param>
public sealed class NotFoundException(string? detail = null)
    : CatalogException(detail is null ? "Not found" : "Not found: " + detail)
{
    public string? Detail { get; } = detail;
}
