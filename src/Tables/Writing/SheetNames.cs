using System.Globalization;

namespace Purbalingga.Tables.Writing;

/// <summary>Makes sheet names that Excel accepts.</summary>
internal static class SheetNames
{
    private const int MaxLength = 31;

    /// <summary>The wanted name without forbidden characters, at most 31 long, and different from those taken.</summary>
    public static string Clean(string wanted, IEnumerable<string> taken)
    {
        var characters = wanted.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c);
        var name = Cut(string.Join(' ', new string([.. characters]).Split(' ', StringSplitOptions.RemoveEmptyEntries)), MaxLength);
        // "History" is a name that Excel keeps for itself
        name = name.Length == 0 || name.Equals("History", StringComparison.OrdinalIgnoreCase) ? "Data" : name;
        var others = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unique = name;
        for (var n = 2; others.Contains(unique); n++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({n})");
            unique = Cut(name, MaxLength - suffix.Length) + suffix;
        }

        return unique;
    }

    private static string Cut(string name, int length) => name[..Math.Min(length, name.Length)].Trim('\'', ' ');
}
