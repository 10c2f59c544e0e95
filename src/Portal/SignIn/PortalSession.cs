using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Portal.SignIn;

/// <summary>
/// Sessions of people in a browser. The cookie holds the user's id, the security stamp that was valid at sign-in and an id of the session; it is
/// encrypted and signed with keys of this installation.
/// </summary>
internal sealed class PortalSession(ICallerDirectory callers, TimeProvider clock) : IDisposable
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "Portal";

    /// <summary>Name of the cookie.</summary>
    public const string CookieName = "psd_session";

    public const string MustChangePasswordClaim = "must_change_password";

    private const string StampClaim = "stamp";
    private const string SessionClaim = "session";
    private static readonly object CallerKey = new();

    /// <summary>Ids of sessions that were signed out before they expired.</summary>
    private readonly MemoryCache _ended = new(new MemoryCacheOptions());

    /// <summary>Longest life of a session without use.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(8);

    /// <summary>Who the request's cookie stands for; anonymous without a cookie, with a wrong or ended one, and when the user's stamp changed.</summary>
    public async ValueTask<Caller> CallerAsync(HttpContext context)
    {
        if (context.Items[CallerKey] is Caller known)
        {
            return known;
        }

        var caller = await FindAsync(context);
        context.Items[CallerKey] = caller;
        return caller;
    }

    /// <summary>Begins a new session, whatever session the browser had before.</summary>
    public async Task BeginAsync(HttpContext context, SignedIn user)
    {
        await EndAsync(context);
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, user.UserId),
            new(ClaimTypes.Name, user.Name),
            new(StampClaim, user.SecurityStamp),
            new(SessionClaim, Guid.NewGuid().ToString("N")),
        ];
        if (user.MustChangePassword)
        {
            claims.Add(new Claim(MustChangePasswordClaim, "1"));
        }

        await context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
    }

    /// <summary>Ends the session: its cookie is worth nothing from now on, also a copy of it.</summary>
    public async Task EndAsync(HttpContext context)
    {
        if (context.Request.Cookies.ContainsKey(CookieName)
            && (await context.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(SessionClaim) is { } session)
        {
            _ended.Set(session, true, clock.GetUtcNow() + Lifetime);
        }

        await context.SignOutAsync(Scheme);
    }

    /// <summary>True while the password is one that the server made up; ask for the caller first.</summary>
    public static bool MustChangePassword(HttpContext context) => context.User.HasClaim(MustChangePasswordClaim, "1");

    public void Dispose() => _ended.Dispose();

    private async Task<Caller> FindAsync(HttpContext context)
    {
        if (!context.Request.Cookies.ContainsKey(CookieName))
        {
            return Caller.Anonymous;
        }

        var principal = (await context.AuthenticateAsync(Scheme)).Principal;
        var caller = principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId
            && principal.FindFirstValue(SessionClaim) is { } session && !_ended.TryGetValue(session, out _)
            ? await callers.FindByUserAsync(userId, principal.FindFirstValue(StampClaim) ?? "", context.RequestAborted)
            : Caller.Anonymous;

        // Form tokens are bound to the user of the request, so a session that is worth nothing must not count as one
        context.User = caller.IsAnonymous ? new ClaimsPrincipal(new ClaimsIdentity()) : principal!;
        return caller;
    }
}
