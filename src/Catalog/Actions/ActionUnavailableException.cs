namespace Purbalingga.Catalog.Actions;

/// <summary>400: an action that a setting has switched off is as unknown as one that never was.</summary>
public sealed class ActionUnavailableException(string action) : CatalogException("Action name not known: " + action);
