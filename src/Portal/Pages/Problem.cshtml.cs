using Microsoft.AspNetCore.Mvc;
using Purbalingga.Portal.Localization;

namespace Purbalingga.Portal.Pages;

/// <summary>What is shown when there is no page, when it is not for the visitor, and when the server failed.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ProblemModel(PageLanguage language) : PortalPage
{
    /// <summary>Start of the texts: <c>problem.404</c> and so on.</summary>
    public string Key { get; private set; } = "";

    public string? TraceId { get; private set; }

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Key = "problem." + status switch { 403 => "403", 404 => "404", 400 => "400", 413 => "413", >= 500 => "500", _ => "400" };
        TraceId = status >= 500 ? HttpContext.TraceIdentifier : null;
        Title = language[Key + ".title"];
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
    }
}
