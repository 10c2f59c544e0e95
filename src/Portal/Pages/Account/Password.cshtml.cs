using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Forms;
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

    public FormErrors Errors { get; } = new();

    /// <summary>The password is one that the server made up.</summary>
    public bool Forced => PortalSession.MustChangePassword(HttpContext);

    public async Task<IActionResult> OnGetAsync()
    {
        Title = language["password.heading"];
        Section = "account";
        return (await questions.CallerAsync()).IsAnonymous ? SignInFirst.For(HttpContext) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Title = language["password.heading"];
        Section = "account";
        var caller = await questions.CallerAsync();
        if (caller.IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

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
                await questions.RunAsync("user_patch", new ActionInput(new JsonObject { ["id"] = caller.UserId, ["password"] = Password }), ct);
            }
            catch (InvalidException problem)
            {
                Errors.Add(problem, language, key => key == "password" ? nameof(Password) : null);
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
}
