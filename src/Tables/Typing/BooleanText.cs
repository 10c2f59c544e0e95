namespace Purbalingga.Tables.Typing;

/// <summary>Reads yes and no in Indonesian and English. Zero and one stay numbers.</summary>
internal static class BooleanText
{
    public static readonly string[] Yes = ["ya", "yes", "true", "benar", "ada", "sudah"];
    public static readonly string[] No = ["tidak", "tdk", "no", "false", "salah", "tidak ada", "belum", "belum ada"];

    public static bool TryParse(ReadOnlySpan<char> text, out bool value)
    {
        value = IsOneOf(text, Yes);
        return value || IsOneOf(text, No);
    }

    private static bool IsOneOf(ReadOnlySpan<char> text, string[] words)
    {
        if (text.Length is < 2 or > 9)
        {
            return false;
        }

        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
