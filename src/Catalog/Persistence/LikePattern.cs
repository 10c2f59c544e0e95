namespace Purbalingga.Catalog.Persistence;

/// <summary>Patterns for <c>LIKE ... ESCAPE '\'</c> in which a caller's text stands for itself on every engine.</summary>
internal static class LikePattern
{
    public const string Escape = "\\";

    /// <summary>What contains the text, for a column in lower case.</summary>
    public static string Containing(string text) => "%" + Literal(text.ToLowerInvariant()) + "%";

    // SQL Server's patterns have sets in brackets as well
    private static string Literal(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
}
