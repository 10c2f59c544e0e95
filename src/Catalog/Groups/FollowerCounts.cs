namespace Purbalingga.Catalog.Groups;

/// <summary>How <c>num_followers</c> is given.</summary>
internal enum FollowerCounts
{
    Absent,

    /// <summary>0 without counting, as CKAN does in lists.</summary>
    Zero,

    Counted,
}
