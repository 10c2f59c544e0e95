namespace Purbalingga.Catalog.Groups;

/// <summary>Organizations and groups are one kind of record with two sets of actions; this tells the sets apart.</summary>
/// <param name="IsOrganization">What <see cref="Group.IsOrganization"/> must be.</param>
/// <param name="Word">organization or group: in messages, activities, and the type of records made without one.</param>
internal sealed record GroupKind(bool IsOrganization, string Word)
{
    public static GroupKind Organization { get; } = new(true, "organization");

    public static GroupKind Group { get; } = new(false, "group");

    public static GroupKind Of(Group group) => group.IsOrganization ? Organization : Group;
}
