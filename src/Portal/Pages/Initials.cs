using System.Collections.Frozen;

namespace Purbalingga.Portal.Pages;

/// <summary>A sign for an organization that has no picture.</summary>
internal static class Initials
{
    private const int Tints = 6;

    /// <summary>Words that most titles of agencies have in common.</summary>
    private static readonly FrozenSet<string> Generic =
        new[] { "Dinas", "Badan", "Kantor", "Sekretariat", "Daerah", "Kabupaten", "Purbalingga", "dan", "and", "of", "the" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first letters of up to two telling words; of one word its first two.</summary>
    public static string Of(string title)
    {
        var all = title.Split([' ', ',', '/', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetterOrDigit(w[0])).ToList();
        var words = all.Where(w => !Generic.Contains(w)).ToList() is { Count: > 0 } telling ? telling : all;
        return (words.Count switch
        {
            0 => "?",
            1 => words[0].Length > 1 ? words[0][..2] : words[0],
            _ => $"{words[0][0]}{words[1][0]}",
        }).ToUpperInvariant();
    }

    /// <summary>A number from 1 to 6, the same for a name at all times.</summary>
    public static int Tint(string name) => name.Aggregate(0, (sum, sign) => (sum * 31 + sign) & 0xffff) % Tints + 1;
}
