using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Admin;

/// <summary>A page for sysadmins: visitors are sent to sign in, others are told that it is not for them. Never kept by browsers.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SysadminPageAttribute : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "private, no-store";
        var caller = await http.RequestServices.GetRequiredService<PortalSession>().CallerAsync(http);
        if (caller.IsAnonymous)
        {
            context.Result = SignInFirst.For(http);
        }
        else if (!caller.IsSysadmin)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
        else
        {
            await next();
        }
    }
}
