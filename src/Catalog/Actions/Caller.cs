using System.Collections.Frozen;

namespace Purbalingga.Catalog.Actions;

/// <summary>Who calls an action, with everything that rights are decided from. Immutable; made anew when memberships change.</summary>
public sealed class Caller
{
    /// <summary>Label of datasets that everybody may see.</summary>
    public const string PublicLabel = "public";

    private static readonly FrozenDictionary<string, string> None = FrozenDictionary<string, string>.Empty;

    /// <param name="userId">Null for an anonymous caller.</param>
    /// <param name="name">User name; empty for an anonymous caller, as CKAN prints it.</param>
    /// <param name="capacities">
    /// Organization or group id to capacity (<c>admin</c>, <c>editor</c>, <c>member</c>), with those that cascade from parent organizations.
    /// </param>
    /// <param name="collaborations">Dataset id to capacity.</param>
    /// <param name="readOnly">True for a token that may only call actions without side effects.</param>
    public Caller(
        string? userId,
        string name,
        bool isSysadmin,
        IReadOnlyDictionary<string, string>? capacities = null,
        IReadOnlyDictionary<string, string>? collaborations = null,
        bool readOnly = false)
    {
        UserId = userId;
        Name = name;
        IsSysadmin = isSysadmin;
        IsReadOnly = readOnly;
        Capacities = capacities?.ToFrozenDictionary() ?? None;
        Collaborations = collaborations?.ToFrozenDictionary() ?? None;
        Labels = userId is null
            ? [PublicLabel]
            : [PublicLabel, "creator-" + userId, .. Capacities.Keys.Select(id => "member-" + id), .. Collaborations.Keys.Select(id => "collaborator-" + id)];
    }

    public static Caller Anonymous { get; } = new(null, "", false);

    public string? UserId { get; }

    public string Name { get; }

    public bool IsSysadmin { get; }

    /// <summary>True when it came with a token of scope <c>read</c>.</summary>
    public bool IsReadOnly { get; }

    public bool IsAnonymous => UserId is null;

    public FrozenDictionary<string, string> Capacities { get; }

    public FrozenDictionary<string, string> Collaborations { get; }

    /// <summary>CKAN's permission labels; a dataset is readable when it has one of them. Sysadmins are not filtered.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The same caller with nothing but reading allowed.</summary>
    internal Caller Reading() => new(UserId, Name, IsSysadmin, Capacities, Collaborations, readOnly: true);

    /// <summary>True when the role in this organization or group grants the permission (CKAN's role table).</summary>
    /// <param name="groupId">Id, not name.</param>
    /// <param name="permission">read, create_dataset, update_dataset, delete_dataset, manage_group, update, delete, membership, admin.</param>
    public bool May(string? groupId, string permission) =>
        IsSysadmin || (groupId is not null && Capacities.TryGetValue(groupId, out var capacity) && Grants(capacity, permission));

    /// <summary>True when a role grants a permission: admin all, editor datasets, member reading.</summary>
    public static bool Grants(string capacity, string permission) => capacity switch
    {
        "admin" => true,
        "editor" => permission is "read" or "create_dataset" or "update_dataset" or "delete_dataset" or "manage_group",
        "member" => permission is "read" or "manage_group",
        _ => false,
    };
}
