using System.Text;
using System.Text.Json;

namespace Purbalingga.Portal.ActionApi;

/// <summary>Fixed answers beside the actions.</summary>
internal static class SmallAnswers
{
    private const string Robots =
        "User-agent: *\nDisallow: /dataset/rate/\nDisallow: /revision/\nDisallow: /dataset/*/history\nDisallow: /api/\nCrawl-Delay: 10\n\n\n";

    /// <summary>Languages of CKAN's own translations that this portal speaks; it has no texts in scripts, so there is nothing to translate there.</summary>
    private static readonly string[] Languages = ["en", "id"];

    public static Task VersionAsync(HttpContext context, string version) =>
        IsGet(context) ? JsonAsync(context, StatusCodes.Status200OK, $"{{\"version\": {version}}}") : NotAllowedAsync(context);

    public static Task TranslationsAsync(HttpContext context, string language)
    {
        if (!IsGet(context))
        {
            return NotAllowedAsync(context);
        }

        // CKAN sends the empty dictionary of a language without texts as a page; its clients read it as JSON all the same
        return Languages.Contains(language)
            ? RawAnswers.WriteAsync(context, StatusCodes.Status200OK, "text/html; charset=utf-8", "{}"u8.ToArray())
            : StringAsync(context, StatusCodes.Status400BadRequest, "Bad request: Unknown locale: " + language);
    }

    public static Task RobotsAsync(HttpContext context) => IsGet(context)
        ? RawAnswers.WriteAsync(context, StatusCodes.Status200OK, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(Robots))
        : NotAllowedAsync(context);

    /// <summary>An answer that is one JSON string, CKAN's form for what goes wrong before an action runs.</summary>
    public static Task StringAsync(HttpContext context, int status, string text) =>
        RawAnswers.WriteAsync(context, status, RawAnswers.Json, JsonSerializer.SerializeToUtf8Bytes(text, Catalog.Actions.CatalogJson.Options));

    public static Task NotAllowedAsync(HttpContext context)
    {
        context.Response.Headers.Allow = "GET, HEAD, OPTIONS";
        return HtmlAnswers.WriteAsync(context, StatusCodes.Status405MethodNotAllowed);
    }

    private static Task JsonAsync(HttpContext context, int status, string json) =>
        RawAnswers.WriteAsync(context, status, RawAnswers.Json, Encoding.UTF8.GetBytes(json));

    private static bool IsGet(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
}
