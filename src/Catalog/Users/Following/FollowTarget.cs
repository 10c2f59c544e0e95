namespace Purbalingga.Catalog.Users.Following;

/// <summary>What can be followed.</summary>
internal enum FollowTarget
{
    User,
    Dataset,

    /// <summary>An organization or a group.</summary>
    Group,
}
