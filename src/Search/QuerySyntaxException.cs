namespace Purbalingga.Search;

/// <summary>A query or filter that cannot be parsed.</summary>
/// <param name="message">What was met and what was expected, worded as Solr words it.</param>
/// <param name="position">Zero-based character in the text where it went wrong.</param>
public sealed class QuerySyntaxException(string message, int position, Exception? cause = null) : SearchException(message, cause)
{
    /// <summary>Zero-based character in the text where it went wrong.</summary>
    public int Position { get; } = position;
}
