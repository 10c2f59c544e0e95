using Microsoft.AspNetCore.Mvc;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Forms;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Account;

/// <summary>Signing in.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LoginModel(Purbalingga.Catalog.Users.SignIn signIn, PortalSession session, PageLanguage language) : PortalPage
{
    /// <summary>Longer passwords are not worth hashing.</summary>
    private const int MaxPassword = 1000;

    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards; a path of this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    public FormErrors Errors { get; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        Title = language["login.heading"];
        return (await session.CallerAsync(HttpContext)).IsAnonymous ? Page() : LocalRedirect(LocalUrl.Or(Next, language.Url("/user/me")));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Title = language["login.heading"];
        if (string.IsNullOrWhiteSpace(Login))
        {
            Errors.Add(nameof(Login), language["login.missing.name"]);
        }

        if (string.IsNullOrEmpty(Password))
        {
            Errors.Add(nameof(Password), language["login.missing.password"]);
        }

        if (Errors.Any)
        {
            return Page();
        }

        var user = Password!.Length > MaxPassword ? null : await signIn.CheckAsync(Login!, Password, HttpContext.Connection.RemoteIpAddress, ct);
        if (user is null)
        {
            Errors.Add(nameof(Login), language["login.refused"]);
            return Page();
        }

        await session.BeginAsync(HttpContext, user);
        return LocalRedirect(user.MustChangePassword ? language.Url("/user/password") : LocalUrl.Or(Next, language.Url("/user/me")));
    }
}
