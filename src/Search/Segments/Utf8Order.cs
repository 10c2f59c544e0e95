namespace Purbalingga.Search.Segments;

/// <summary>Orders texts as their UTF-8 bytes are ordered, without encoding them.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }
        var common = x.AsSpan().CommonPrefixLength(y);
        if (common == x.Length || common == y.Length)
        {
            return x.Length.CompareTo(y.Length);
        }
        return CodePointOrder(x[common]).CompareTo(CodePointOrder(y[common]));
    }

    /// <summary>The text with lone halves of surrogate pairs replaced, as UTF-8 encoding would; the same object when there are none.</summary>
    public static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
            }
        }
        return text;
    }

    // In UTF-16 the letters from U+E000 come after surrogates, in UTF-8 before what surrogates stand for
    private static int CodePointOrder(char c) => c < 0xD800 ? c : c >= 0xE000 ? c - 0x800 : c + 0x2000;
}
