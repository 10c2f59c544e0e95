namespace Purbalingga.Catalog.Actions;

/// <summary>An answer other than success that is the caller's to understand; the host maps each kind to status, type and body.</summary>
public abstract class CatalogException(string message, Exception? inner = null) : Exception(message, inner);
