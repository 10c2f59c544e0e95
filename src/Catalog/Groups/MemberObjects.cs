namespace Purbalingga.Catalog.Groups;

/// <summary>CKAN's names of what may belong to an organization or group (<see cref="Member.TableName"/>).</summary>
internal static class MemberObjects
{
    public const string User = "user";
    public const string Dataset = "package";

    /// <summary>The row's group is the child, this object its parent.</summary>
    public const string Parent = "group";
}
