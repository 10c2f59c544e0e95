using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;

namespace Purbalingga.Portal.Localization;

/// <summary>The language of one request: its texts, links, dates and numbers.</summary>
internal sealed class PageLanguage
{
    /// <summary>Asia/Jakarta (WIB): seven hours before UTC all year.</summary>
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    private readonly string _query;

    public PageLanguage(IHttpContextAccessor accessor)
    {
        var request = accessor.HttpContext?.Request ?? throw new InvalidOperationException("There is no request.");

        // An error page stands at an address of its own while the reader's address stays
        var original = accessor.HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? accessor.HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
            ?? request.Path.Value ?? "/";
        (Language, Path) = Language.Of(original);
        _query = request.QueryString.Value ?? "";
    }

    public Language Language { get; }

    /// <summary>The request's path without the language prefix.</summary>
    public string Path { get; }

    public bool IsIndonesian => Language == Language.Indonesian;

    public string this[string key] => Texts.Get(Language, key);

    public string Format(string key, params object?[] values) => string.Format(Language.Culture, this[key], values);

    /// <summary>A path of ours in this language.</summary>
    /// <param name="path">Begins with a slash, without prefix.</param>
    public string Url(string path) => path == "/" ? Language.Prefix.Length == 0 ? "/" : Language.Prefix : Language.Prefix + path;

    /// <summary>This same page in another language.</summary>
    public string UrlIn(Language other) => (Path == "/" ? other.Prefix.Length == 0 ? "/" : other.Prefix : other.Prefix + Path) + _query;

    public string Number(long number) => number.ToString("N0", Language.Culture);

    /// <param name="utc">A UTC time as CKAN writes it; null and what is no time give an empty text.</param>
    /// <returns>Day in WIB, such as <c>24 November 2026</c>.</returns>
    public string Date(string? utc) => Parse(utc) is { } time ? time.ToString("d MMMM yyyy", Language.Culture) : "";

    /// <summary>Day and minute in WIB.</summary>
    public string DateTime(string? utc) => Parse(utc) is { } time ? time.ToString("d MMMM yyyy, HH.mm", Language.Culture) + " WIB" : "";

    /// <summary>Short day for narrow places, such as <c>24 Nov 2026</c>.</summary>
    public string ShortDate(string? utc) => Parse(utc) is { } time ? time.ToString("d MMM yyyy", Language.Culture) : "";

    /// <summary>A size for people, in decimal units.</summary>
    public string Bytes(long bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB"];
        double size = bytes;
        var unit = 0;
        while (size >= 1000 && unit < units.Length - 1)
        {
            size /= 1000;
            unit++;
        }

        return size.ToString(unit == 0 || size >= 100 ? "N0" : "N1", Language.Culture) + " " + units[unit];
    }

    private static DateTime? Parse(string? utc) =>
        System.DateTime.TryParse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time + Wib : null;
}
