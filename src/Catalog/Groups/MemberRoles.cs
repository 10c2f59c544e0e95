namespace Purbalingga.Catalog.Groups;

/// <summary>Roles of users in organizations and groups, in CKAN's order.</summary>
internal static class MemberRoles
{
    public const string Admin = "admin";
    public const string Editor = "editor";
    public const string Member = "member";

    public static IReadOnlyList<string> All { get; } = [Admin, Editor, Member];

    /// <summary>As CKAN shows a role to people: <c>Admin</c>.</summary>
    public static string Label(string role) => All.Contains(role) ? char.ToUpperInvariant(role[0]) + role[1..] : role;
}
