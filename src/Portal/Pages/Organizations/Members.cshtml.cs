using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Forms;
using Purbalingga.Portal.Pages.Models;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Organizations;

/// <summary>Who works for an organization, and as what; for its admins and sysadmins.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MembersModel(Questions questions, PageLanguage language) : PortalPage
{
    private static readonly string[] RoleNames = ["editor", "admin", "member"];

    public GroupInfo Organization { get; private set; } = null!;

    [BindProperty]
    public string? Username { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    public FormErrors Errors { get; } = new();

    public IReadOnlyList<(string Value, string Text)> Roles => [.. RoleNames.Select(role => (role, language["role." + role]))];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct)
    {
        if ((await questions.CallerAsync()).IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        await LoadAsync(name, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(string name, CancellationToken ct)
    {
        try
        {
            await questions.RunAsync(
                "organization_member_create", new ActionInput(new JsonObject { ["id"] = name, ["username"] = Username?.Trim() ?? "", ["role"] = Role }), ct);
            TempData["Done"] = language["members.added"];
            return Back(name);
        }
        catch (InvalidException problem)
        {
            Errors.Add(problem, language, key => key switch { "username" => nameof(Username), "role" => nameof(Role), _ => nameof(Username) });
        }

        await LoadAsync(name, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string name, CancellationToken ct)
    {
        await questions.RunAsync("organization_member_delete", new ActionInput(new JsonObject { ["id"] = name, ["username"] = Username ?? "" }), ct);
        TempData["Done"] = language["members.removed"];
        return Back(name);
    }

    private LocalRedirectResult Back(string name) => LocalRedirect(language.Url("/organization/members/" + Uri.EscapeDataString(name)));

    private async Task LoadAsync(string name, CancellationToken ct)
    {
        Organization = await questions.AskAsync<GroupInfo>("organization_show", new JsonObject { ["id"] = name, ["include_users"] = true }, ct);
        if (!(await questions.CallerAsync()).May(Organization.Id, "membership"))
        {
            throw new NotAuthorizedException();
        }

        Title = language.Format("members.heading", Organization.ShownTitle);
        Section = "organization";
    }
}
