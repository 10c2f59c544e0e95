namespace Purbalingga.Catalog;

/// <summary>CKAN's states of datasets, resources, groups, users and memberships.</summary>
public static class RecordState
{
    public const string Active = "active";
    public const string Draft = "draft";
    public const string Deleted = "deleted";
    public const string Pending = "pending";
}
