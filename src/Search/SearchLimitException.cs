namespace Purbalingga.Search;

/// <summary>A search that would cost more than <see cref="SearchLimits"/> allows.</summary>
/// <param name="message">Which limit, and its value.</param>
public sealed class SearchLimitException(string message) : SearchException(message);
