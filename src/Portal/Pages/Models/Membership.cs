namespace Purbalingga.Portal.Pages.Models;

/// <summary>An item of <c>organization_list_for_user</c>.</summary>
/// <param name="Capacity">admin, editor or member.</param>
internal sealed record Membership(string Id, string Name, string? Title, string? DisplayName, string? Capacity)
{
    public string ShownTitle => !string.IsNullOrWhiteSpace(Title) ? Title : Name;
}
