namespace Purbalingga.Portal.Pages.Models;

/// <summary>What pages show of a user; keys as in <c>user_show</c>.</summary>
internal sealed record UserInfo(
    string Id, string Name, string? Fullname, string? DisplayName, string? Email, string? About, bool Sysadmin, string? State, string? Created, string? LastActive)
{
    public string ShownName => !string.IsNullOrWhiteSpace(Fullname) ? Fullname : Name;
}
