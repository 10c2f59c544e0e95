using Microsoft.AspNetCore.Mvc;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.SignIn;

/// <summary>Sends a visitor to the sign-in page and from there back to what was asked for.</summary>
internal static class SignInFirst
{
    public static LocalRedirectResult For(HttpContext context)
    {
        var (language, _) = Language.Of(context.Request.Path.Value ?? "/");
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/";
        return new LocalRedirectResult($"{language.Prefix}/user/login?next={Uri.EscapeDataString(back)}");
    }
}
