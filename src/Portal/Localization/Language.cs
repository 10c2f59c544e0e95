using System.Globalization;

namespace Purbalingga.Portal.Localization;

/// <summary>A language of the pages. Indonesian has no prefix in URLs; others stand first in the path, as in CKAN (<c>/en/dataset</c>).</summary>
/// <param name="Code">Value of <c>html lang</c>.</param>
/// <param name="Prefix">Put before every path of a page; empty for the first language.</param>
/// <param name="OwnName">Its name in itself.</param>
internal sealed record Language(string Code, string Prefix, string OwnName, CultureInfo Culture)
{
    public static Language Indonesian { get; } = new("id", "", "Bahasa Indonesia", CultureInfo.GetCultureInfo("id-ID"));

    public static Language English { get; } = new("en", "/en", "English", CultureInfo.GetCultureInfo("en-GB"));

    public static IReadOnlyList<Language> All { get; } = [Indonesian, English];

    /// <summary>The language of a path, and the path without its prefix (<c>/</c> at least).</summary>
    public static (Language Language, string Path) Of(string path)
    {
        foreach (var language in All)
        {
            if (language.Prefix.Length > 0 && path.StartsWith(language.Prefix, StringComparison.Ordinal)
                && (path.Length == language.Prefix.Length || path[language.Prefix.Length] == '/'))
            {
                return (language, path.Length == language.Prefix.Length ? "/" : path[language.Prefix.Length..]);
            }
        }

        return (Indonesian, path);
    }
}
