namespace Purbalingga.Search;

/// <summary>A search that cannot be answered because of what was asked; the message can be shown to the caller.</summary>
public abstract class SearchException(string message, Exception? cause = null) : Exception(message, cause);
