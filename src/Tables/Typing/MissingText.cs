using System.Collections.Frozen;

namespace Purbalingga.Tables.Typing;

/// <summary>The ways in which tables say that there is no value.</summary>
internal static class MissingText
{
    private static readonly FrozenSet<string> Markers = FrozenSet.ToFrozenSet(
    [
        "-", "--", "---", "–", "—", "...", "…", "n/a", "na", "n.a", "n.a.", "#n/a", "nan", "null", "none", "tad", "t.a.d", "t.a.d.",
        "tidak ada data", "data tidak tersedia", "tidak tersedia", "belum tersedia",
    ],
    StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Markers.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IReadOnlyCollection<string> All => Markers;

    /// <summary>Whether a trimmed text says that a number, date or truth value is missing. In columns of text it stays as it is.</summary>
    public static bool Is(ReadOnlySpan<char> text) => text.IsEmpty || (text.Length <= 24 && Lookup.Contains(text));
}
