using System.Globalization;
using System.Text;

namespace Purbalingga.Search.Analysis;

/// <summary>Replaces letters with accents by the plain letters: é by e, ø by o, ß by ss.</summary>
internal static class AccentFolding
{
    /// <summary>Folds a lower-case text.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text) || !IsWellFormed(text))
        {
            return text;
        }
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }
            _ = c switch
            {
                'ß' => folded.Append("ss"),
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'þ' => folded.Append("th"),
                'ø' => folded.Append('o'),
                'đ' or 'ð' => folded.Append('d'),
                'ł' => folded.Append('l'),
                'ħ' => folded.Append('h'),
                'ı' => folded.Append('i'),
                'ŋ' => folded.Append('n'),
                'ŧ' => folded.Append('t'),
                '\u2018' or '\u2019' => folded.Append('\''),
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' => folded.Append('-'),
                _ => folded.Append(c),
            };
        }
        return folded.ToString();
    }

    // Normalize refuses half surrogate pairs and the noncharacter U+FFFE, which callers may well send
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] == '\uFFFE')
            {
                return false;
            }
        }
        return true;
    }
}
