using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Purbalingga.Catalog.Actions;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages.Forms;
using Purbalingga.Portal.Pages.Models;
using Purbalingga.Portal.SignIn;

namespace Purbalingga.Portal.Pages.Account;

/// <summary>One's own account: agencies, datasets and API tokens.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MeModel(Questions questions, PageLanguage language) : PortalPage
{
    public UserInfo Me { get; private set; } = null!;

    public IReadOnlyList<Membership> Organizations { get; private set; } = [];

    public SearchPage Datasets { get; private set; } = new(0, [], null);

    public IReadOnlyList<TokenInfo> Tokens { get; private set; } = [];

    /// <summary>A token that was just made; shown this once.</summary>
    public string? NewToken { get; private set; }

    [BindProperty]
    public string? TokenName { get; set; }

    public FormErrors Errors { get; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostTokenAsync(CancellationToken ct)
    {
        var caller = await questions.CallerAsync();
        if (caller.IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        if (string.IsNullOrWhiteSpace(TokenName))
        {
            Errors.Add(nameof(TokenName), language["me.tokens.missing"]);
            return await ShowAsync(ct);
        }

        try
        {
            NewToken = (await questions.AskAsync<Secret>("api_token_create", new JsonObject { ["user"] = caller.UserId, ["name"] = TokenName.Trim() }, ct)).Token;
            TokenName = null;
        }
        catch (InvalidException problem)
        {
            Errors.Add(problem, language, _ => nameof(TokenName));
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostRevokeAsync([FromForm] string id, CancellationToken ct)
    {
        await questions.RunAsync("api_token_revoke", new ActionInput(new JsonObject { ["jti"] = id }), ct);
        TempData["Done"] = language["me.tokens.revoked"];
        return LocalRedirect(language.Url("/user/me"));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var caller = await questions.CallerAsync();
        if (caller.IsAnonymous)
        {
            return SignInFirst.For(HttpContext);
        }

        Me = await questions.AskAsync<UserInfo>("user_show", new JsonObject { ["id"] = caller.UserId }, ct);
        Organizations = caller.IsSysadmin ? [] : await questions.AskAsync<List<Membership>>("organization_list_for_user", new JsonObject { ["permission"] = "read" }, ct);
        Tokens = await questions.AskAsync<List<TokenInfo>>("api_token_list", new JsonObject { ["user_id"] = caller.UserId }, ct);
        Datasets = await questions.AskAsync<SearchPage>(
            "package_search",
            new JsonObject
            {
                ["fq"] = $"creator_user_id:\"{caller.UserId}\"", ["sort"] = "metadata_modified desc", ["rows"] = 10, ["include_private"] = true, ["include_drafts"] = true,
            },
            ct);
        Title = language["me.heading"];
        Section = "account";
        return Page();
    }

    /// <summary>Answer of <c>api_token_create</c>.</summary>
    internal sealed record Secret(string Token);
}
