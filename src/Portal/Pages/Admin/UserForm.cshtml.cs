using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Forms;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Admin;

/// <summary>Making and changing a user.</summary>
[SysadminPage]
internal sealed class UserFormModel(Questions questions, PageLanguage language) : PortalPage
{
    /// <summary>Null while it is a new one.</summary>
    public UserInfo? Existing { get; private set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Empty on a change: the password stays.</summary>
    [BindProperty]
    public string? UserPassword { get; set; }

    [BindProperty]
    public bool Sysadmin { get; set; }

    public FormErrors Errors { get; } = new();

    public string Path => "/admin/users/" + (Existing is null ? "new" : Uri.EscapeDataString(Existing.Name));

    public async Task OnGetAsync(string? name, CancellationToken ct)
    {
        await LoadAsync(name, ct);
        UserName = Existing?.Name;
        FullName = Existing?.Fullname;
        Email = Existing?.Email;
        Sysadmin = Existing?.Sysadmin ?? false;
    }

    public async Task<IActionResult> OnPostAsync(string? name, CancellationToken ct)
    {
        await LoadAsync(name, ct);
        var fields = new JsonObject { ["email"] = Email?.Trim() ?? "", ["fullname"] = FullName?.Trim() ?? "" };
        if (Existing is null || !string.IsNullOrEmpty(UserPassword))
        {
            fields["password"] = UserPassword ?? "";
        }

        if (Existing is null)
        {
            fields["name"] = UserName?.Trim() ?? "";
            fields["sysadmin"] = Sysadmin;
        }
        else
        {
            fields["id"] = Existing.Id;
            if (Sysadmin != Existing.Sysadmin)
            {
                fields["sysadmin"] = Sysadmin;
            }
        }

        try
        {
            await questions.RunAsync(Existing is null ? "user_create" : "user_patch", new ActionInput(fields), ct);
            TempData["Done"] = language[Existing is null ? "users.made" : "users.saved"];
            return LocalRedirect(language.Url("/admin/users"));
        }
        catch (InvalidException problem)
        {
            Errors.Add(problem, language, key => key switch
            {
                "name" => nameof(UserName),
                "fullname" => nameof(FullName),
                "email" => nameof(Email),
                "password" => nameof(UserPassword),
                "sysadmin" => nameof(Sysadmin),
                _ => null,
            });
            return Page();
        }
    }

    public async Task<IActionResult> OnPostDeleteAsync(string name, CancellationToken ct)
    {
        await questions.RunAsync("user_delete", new ActionInput(new JsonObject { ["id"] = name }), ct);
        TempData["Done"] = language["users.deleted"];
        return LocalRedirect(language.Url("/admin/users"));
    }

    private async Task LoadAsync(string? name, CancellationToken ct)
    {
        Existing = name is null ? null : await questions.AskAsync<UserInfo>("user_show", new JsonObject { ["id"] = name }, ct);
        Title = Existing is null ? language["users.new"] : Existing.ShownName;
    }
}
