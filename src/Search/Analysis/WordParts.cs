using System.Globalization;

namespace Purbalingga.Search.Analysis;

/// <summary>Cuts a word as Solr's word delimiter does: at signs, between letters and digits and, if asked for, where the case rises.</summary>
internal static class WordParts
{
    internal enum PartKind
    {
        Delimiter,
        Letters,
        Digits,
    }

    /// <summary>Finds the next part at or after a character.</summary>
    /// <returns>False when only signs are left.</returns>
    public static bool Next(ReadOnlySpan<char> word, ref int from, bool splitOnCase, out int start, out int length, out PartKind kind)
    {
        while (from < word.Length && KindAt(word, from) == PartKind.Delimiter)
        {
            from++;
        }
        start = from;
        kind = PartKind.Delimiter;
        length = 0;
        if (from >= word.Length)
        {
            return false;
        }
        kind = KindAt(word, from);
        var end = from + 1;
        while (end < word.Length)
        {
            var next = KindAt(word, end);
            if (next != kind || (splitOnCase && kind == PartKind.Letters && char.IsLower(word[end - 1]) && char.IsUpper(word[end])))
            {
                break;
            }
            end++;
        }
        length = end - start;
        from = end;
        // the English possessive is not a part of its own
        if (kind == PartKind.Letters && word.Length >= end + 2 && word[end] == '\'' && (word[end + 1] | 0x20) == 's'
            && (word.Length == end + 2 || KindAt(word, end + 2) == PartKind.Delimiter))
        {
            from = end + 2;
        }
        return true;
    }

    private static PartKind KindAt(ReadOnlySpan<char> word, int at)
    {
        var c = word[at];
        if (c < 128)
        {
            return char.IsAsciiLetter(c) ? PartKind.Letters : char.IsAsciiDigit(c) ? PartKind.Digits : PartKind.Delimiter;
        }
        if (char.IsSurrogate(c))
        {
            return PartKind.Letters;
        }
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => PartKind.Letters,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => PartKind.Digits,
            _ => PartKind.Delimiter,
        };
    }
}
