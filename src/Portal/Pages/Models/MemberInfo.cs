namespace Purbalingga.Portal.Pages.Models;

/// <summary>A user with the part that he plays in an organization: admin, editor or member.</summary>
internal sealed record MemberInfo(string Id, string Name, string? Fullname, string? DisplayName, string? Capacity, string? State, bool Sysadmin);
