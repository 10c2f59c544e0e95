using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Persistence;

/// <summary>Patterns for <c>LIKE ... ESCAPE '\'</c> in which a caller's text stands for itself on every engine.</summary>
internal static class LikePattern
{
    public const string Escape = "\\";

    // SQLite refuses patterns of 50,000 bytes, and a long one is slow on every engine
    private const int MaxLength = 1000;

    /// <summary>What contains the text, for a column in lower case.</summary>
    /// <exception cref="InvalidException">The text is too long to look for.</exception>
    public static string Containing(string text) => "%" + Literal(text.ToLowerInvariant()) + "%";

    /// <summary>What begins with the text.</summary>
    /// <exception cref="InvalidException">The text is too long to look for.</exception>
    public static string Beginning(string text) => Literal(text) + "%";

    // SQL Server's patterns have sets in brackets as well
    private static string Literal(string text) => (text.Length <= MaxLength
            ? text : throw InvalidException.Text($"A text to look for may have at most {MaxLength} characters"))
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
}
