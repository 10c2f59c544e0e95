namespace Purbalingga.Portal.Pages.Models;

/// <summary>An item of <c>api_token_list</c>; times UTC.</summary>
internal sealed record TokenInfo(string Id, string Name, string? CreatedAt, string? LastAccess);
