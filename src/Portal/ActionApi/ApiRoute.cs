namespace Purbalingga.Portal.ActionApi;

/// <summary>A path as CKAN's API reads it: case counts, a slash at the end counts, a language in front does not.</summary>
/// <param name="Rest">Name of the action, of the helper or of the language; the version number.</param>
internal readonly record struct ApiRoute(ApiRouteKind Kind, string Rest)
{
    private static readonly string[] LanguagePrefixes = ["/id/", "/en/"];
    private static readonly string[] ActionPrefixes = ["/api/3/action/", "/api/action/"];
    private static readonly string[] UtilPrefixes = ["/api/util/", "/api/1/util/", "/api/2/util/"];
    private static readonly string[] TranslationPrefixes = ["/api/i18n/", "/api/1/i18n/", "/api/2/i18n/"];

    public static ApiRoute Of(string path)
    {
        if (path.Length < 4 || path[0] != '/')
        {
            return default;
        }

        foreach (var prefix in LanguagePrefixes)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                path = path[(prefix.Length - 1)..];
                break;
            }
        }

        if (path.StartsWith("/api", StringComparison.Ordinal) && (path.Length == 4 || path[4] == '/'))
        {
            return OfApi(path);
        }

        // Other spellings are no addresses of the API, and none of a page either
        if (path.Length > 4 && path[4] == '/' && path.StartsWith("/api", StringComparison.OrdinalIgnoreCase))
        {
            return new ApiRoute(ApiRouteKind.Unknown, "");
        }

        return path == "/robots.txt" ? new ApiRoute(ApiRouteKind.Robots, "") : default;
    }

    private static ApiRoute OfApi(string path)
    {
        if (TryAfter(path, ActionPrefixes, out var action))
        {
            return action.Length == 0 || action.Contains('/') ? new ApiRoute(ApiRouteKind.Unknown, "") : new ApiRoute(ApiRouteKind.Action, action);
        }

        if (TryAfter(path, UtilPrefixes, out var helper))
        {
            return new ApiRoute(ApiRouteKind.Util, helper);
        }

        if (TryAfter(path, TranslationPrefixes, out var language))
        {
            return new ApiRoute(ApiRouteKind.Translations, language);
        }

        return path switch
        {
            "/api" or "/api/" or "/api/1" or "/api/1/" => new ApiRoute(ApiRouteKind.Version, "1"),
            "/api/2" or "/api/2/" => new ApiRoute(ApiRouteKind.Version, "2"),
            "/api/3" or "/api/3/" => new ApiRoute(ApiRouteKind.Version, "3"),
            _ => new ApiRoute(ApiRouteKind.Unknown, ""),
        };
    }

    private static bool TryAfter(string path, string[] prefixes, out string rest)
    {
        foreach (var prefix in prefixes)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                rest = path[prefix.Length..];
                return true;
            }
        }

        rest = "";
        return false;
    }
}
