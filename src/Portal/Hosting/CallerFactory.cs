using Microsoft.Extensions.Primitives;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Users;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Hosting;

/// <summary>Finds out who sent a request.</summary>
internal sealed class CallerFactory(ICallerDirectory directory, PortalSession session)
{
    private const string BearerPrefix = "Bearer ";
    private const string BasicPrefix = "Basic ";

    /// <summary>Old name of the header, which clients of all ages send.</summary>
    private const string OldTokenHeader = "X-CKAN-API-Key";

    /// <summary>The caller by token or else by session; anonymous when there is neither, and also when a token is not ours: CKAN never answers 401.</summary>
    public async ValueTask<Caller> FromAsync(HttpContext context) => (await IdentifyAsync(context)).Caller;

    /// <summary>The caller, and whether a session cookie proved it: such requests can be forged by other sites, so writing ones need a form token.</summary>
    public async ValueTask<(Caller Caller, bool ByCookie)> IdentifyAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var first = TokenOf(headers.Authorization);
        var second = TokenOf(headers[OldTokenHeader]);
        if (first is null && second is null)
        {
            var person = await session.CallerAsync(context);
            return (person, !person.IsAnonymous);
        }

        var caller = first is null ? Caller.Anonymous : await directory.FindByTokenAsync(first, context.RequestAborted);
        return caller.IsAnonymous && second is not null && second != first
            ? (await directory.FindByTokenAsync(second, context.RequestAborted), false)
            : (caller, false);
    }

    private static string? TokenOf(StringValues header)
    {
        var text = header.Count == 1 ? header[0] : null;
        if (string.IsNullOrWhiteSpace(text) || text.StartsWith(BasicPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return text.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) ? text[BearerPrefix.Length..].Trim() : text.Trim();
    }
}
