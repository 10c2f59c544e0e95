using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.SignIn;

/// <summary>Finds out who asks, and shows no other page than the one to change it to whoever still has a password that the server made up.</summary>
internal sealed class MustChangePasswordFilter : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before forms are read and their tokens checked against the user.</summary>
    public int Order => 100;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var caller = await http.RequestServices.GetRequiredService<PortalSession>().CallerAsync(http);
        var (language, path) = Language.Of(http.Request.Path.Value ?? "/");
        if (!caller.IsAnonymous && PortalSession.MustChangePassword(http) && path is not ("/user/password" or "/user/logout")
            && !path.StartsWith("/galat/", StringComparison.Ordinal))
        {
            context.Result = new LocalRedirectResult(language.Prefix + "/user/password");
        }
    }
}
