using Microsoft.AspNetCore.Mvc;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Account;

/// <summary>Signing out; only by a form, so that no link of another site does it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LogoutModel(PortalSession session, PageLanguage language) : PortalPage
{
    public void OnGet() => Title = language["nav.signout"];

    public async Task<IActionResult> OnPostAsync()
    {
        await session.EndAsync(HttpContext);
        return LocalRedirect(language.Url("/"));
    }
}
