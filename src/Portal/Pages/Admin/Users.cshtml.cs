using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Admin;

/// <summary>All users, to be managed.</summary>
[SysadminPage]
internal sealed class UsersModel(Questions questions, PageLanguage language) : PortalPage
{
    /// <summary>More than that are found by searching.</summary>
    private const int Shown = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    public IReadOnlyList<UserInfo> Users { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var parameters = new JsonObject { ["all_fields"] = true };
        if (!string.IsNullOrWhiteSpace(Text))
        {
            parameters["q"] = Text.Trim();
        }

        var all = await questions.AskAsync<List<UserInfo>>("user_list", parameters, ct);
        Total = all.Count;
        Users = [.. all.Take(Shown)];
        Title = language["nav.adminusers"];
    }
}
