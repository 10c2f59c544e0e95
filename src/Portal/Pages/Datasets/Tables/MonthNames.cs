namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Puts months that stand as words in the order of the year.</summary>
internal static class MonthNames
{
    private static readonly string[] Names =
        ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember"];

    private static readonly string[] English =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public const int Count = 12;

    /// <summary>1 to 12; 0 for what is no month.</summary>
    public static int NumberOf(string text)
    {
        var word = text.Trim().ToLowerInvariant();
        var at = Array.FindIndex(Names, name => name == word || (word.Length == 3 && name.StartsWith(word, StringComparison.Ordinal)));
        at = at >= 0 ? at : Array.IndexOf(English, word);
        return at + 1;
    }

    public static bool AreAll(IEnumerable<string> texts) => texts.Any() && texts.All(text => NumberOf(text) > 0);
}
