using System.Text.RegularExpressions;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Pages.Forms;

/// <summary>CKAN's messages in words of the portal; what has no such words is shown as it is.</summary>
internal static partial class ErrorTexts
{
    /// <summary>Messages that carry a value: pattern and key of the text, which takes the value.</summary>
    private static readonly (Regex Pattern, string Key)[] WithValue =
    [
        (Email(), "error.email"),
        (EmailTaken(), "error.emailtaken"),
        (TagShort(), "error.tagshort"),
        (TagLong(), "error.taglong"),
        (TagSigns(), "error.tagsigns"),
        (DuplicateExtra(), "error.duplicateextra"),
        (TooLong(), "error.toolong"),
        (TooShort(), "error.tooshort"),
    ];

    public static string Translate(string message, PageLanguage language)
    {
        if (Texts.Find(language.Language, "error:" + message) is { } text)
        {
            return text;
        }

        foreach (var (pattern, key) in WithValue)
        {
            if (pattern.Match(message) is { Success: true } match)
            {
                return string.Format(language.Language.Culture, Texts.Get(language.Language, key), match.Groups[1].Value);
            }
        }

        return message;
    }

    [GeneratedRegex("^Email (.*) is not a valid format$")]
    private static partial Regex Email();

    [GeneratedRegex("^The email address '(.*)' belongs to a registered user")]
    private static partial Regex EmailTaken();

    [GeneratedRegex("^Tag \"(.*)\" length is less than minimum")]
    private static partial Regex TagShort();

    [GeneratedRegex("^Tag \"(.*)\" length is more than maximum")]
    private static partial Regex TagLong();

    [GeneratedRegex("^Tag \"(.*)\" can only contain")]
    private static partial Regex TagSigns();

    [GeneratedRegex("^Duplicate key \"(.*)\"$")]
    private static partial Regex DuplicateExtra();

    [GeneratedRegex(@"must be a maximum of (\d+) characters long$")]
    private static partial Regex TooLong();

    [GeneratedRegex(@"[Mm]ust be (?:at least )?(\d+) characters (?:long|or longer)$")]
    private static partial Regex TooShort();
}
