using System.Buffers;
using Purbalingga.Tables.Typing;

namespace Purbalingga.Tables;

/// <summary>Texts that a spreadsheet would run when it opens a CSV (OWASP, CSV injection).</summary>
public static class SpreadsheetText
{
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>Whether a spreadsheet would take the text for a formula; written numbers are none.</summary>
    public static bool IsFormula(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 1 && FormulaStarts.Contains(text[0]) && NumberText.Read(text, out _, out _) == Readings.None;
    }

    /// <summary>The text, with an apostrophe in front where it is a formula.</summary>
    public static string Disarm(string text) => IsFormula(text) ? "'" + text : text;
}
