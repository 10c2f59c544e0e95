using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Forms;
using Purbalingga.Portal.Pages.Models;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Account;

/// <summary>Changing one's own password; all other sessions of the user end.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PasswordModel(Questions questions, Purbalingga.Catalog.Users.SignIn signIn, PortalSession session, PageLanguage language) : PortalPage
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Asked for when the account has none: no account can be changed without.</summary>
    [BindProperty]
    public string? Email { get; set; }

    public bool NeedsEmail { get; private set; }

    public FormErrors Errors { get; } = new();

    /// <summary>The password is one that the server made up.</summary>
    public bool Forced => PortalSession.MustChangePassword(HttpContext);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var caller = await questions.CallerAsync();
        if (caller.IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        await ShowAsync(caller, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var caller = await questions.CallerAsync();
        if (caller.IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        await ShowAsync(caller, ct);
        var address = HttpContext.Connection.RemoteIpAddress;
        if (await signIn.CheckAsync(caller.Name, Current ?? "", address, ct) is null)
        {
            Errors.Add(nameof(Current), language["password.wrong"]);
        }
        else if (Password != Again)
        {
            Errors.Add(nameof(Again), language["password.different"]);
        }
        else if (Password == Current)
        {
            Errors.Add(nameof(Password), language["password.same"]);
        }

        if (!Errors.Any)
        {
            try
            {
                var fields = new JsonObject { ["id"] = caller.UserId, ["password"] = Password ?? "" };
                if (NeedsEmail)
                {
                    fields["email"] = Email?.Trim() ?? "";
                }

                await questions.RunAsync("user_patch", new ActionInput(fields), ct);
            }
            catch (InvalidException problem)
            {
                Errors.Add(problem, language, key => key switch { "password" => nameof(Password), "email" => nameof(Email), _ => null });
            }
        }

        if (Errors.Any || await signIn.CheckAsync(caller.Name, Password!, address, ct) is not { } user)
        {
            return Page();
        }

        await session.BeginAsync(HttpContext, user);
        TempData["Done"] = language["password.done"];
        return LocalRedirect(language.Url("/user/me"));
    }

    private async Task ShowAsync(Caller caller, CancellationToken ct)
    {
        Title = language["password.heading"];
        Section = "account";
        NeedsEmail = string.IsNullOrEmpty((await questions.AskAsync<UserInfo>("user_show", new JsonObject { ["id"] = caller.UserId }, ct)).Email);
    }
}
