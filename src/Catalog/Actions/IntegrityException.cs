namespace Purbalingga.Catalog.Actions;

/// <summary>400 <c>Integrity Error</c>: a text or null where a list of objects belongs.</summary>
public sealed class IntegrityException(string message) : CatalogException(message);
