using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages;

/// <summary>
/// What a page answers when the catalog refuses: an unknown object and one that a visitor may not see are both 404, so that nobody learns which
/// private names exist; a signed-in person is told plainly (403).
/// </summary>
internal sealed class PageProblems : IAsyncExceptionFilter
{
    public async Task OnExceptionAsync(ExceptionContext context)
    {
        var http = context.HttpContext;
        switch (context.Exception)
        {
            case NotFoundException:
                context.Result = new StatusCodeResult(StatusCodes.Status404NotFound);
                break;
            case NotAuthorizedException:
                var caller = await http.RequestServices.GetRequiredService<PortalSession>().CallerAsync(http);
                context.Result = !caller.IsAnonymous ? new StatusCodeResult(StatusCodes.Status403Forbidden)
                    : HttpMethods.IsGet(http.Request.Method) && MayBeAsked(http.Request.Path) ? new StatusCodeResult(StatusCodes.Status404NotFound)
                    : SignInFirst.For(http);
                break;
            default:
                return;
        }

        context.ExceptionHandled = true;
    }

    /// <summary>Pages whose address names something that may be hidden.</summary>
    private static bool MayBeAsked(PathString path) =>
        Language.Of(path.Value ?? "/").Path is var plain && !plain.StartsWith("/admin/", StringComparison.Ordinal) && plain != "/dataset/new"
        && !plain.StartsWith("/dataset/edit/", StringComparison.Ordinal);
}
