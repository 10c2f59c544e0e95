using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.SignIn;

/// <summary>Who still has a password that the server made up sees no other page than the one to change it.</summary>
internal sealed class MustChangePasswordFilter : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var (language, path) = Language.Of(context.HttpContext.Request.Path.Value ?? "/");
        if (PortalSession.MustChangePassword(context.HttpContext) && path is not ("/user/password" or "/user/logout")
            && !path.StartsWith("/galat/", StringComparison.Ordinal))
        {
            context.Result = new LocalRedirectResult(language.Prefix + "/user/password");
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
