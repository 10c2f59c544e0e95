namespace Purbalingga.Catalog.Actions;

/// <summary>Names of the result shapes that several actions share; the OpenAPI document describes each of them once.</summary>
public static class ActionResultShapes
{
    public const string Dataset = "Dataset";
    public const string DatasetList = "DatasetList";
    public const string DatasetPage = "DatasetPage";
    public const string Resource = "Resource";
    public const string ResourcePage = "ResourcePage";
    public const string Organization = "Organization";
    public const string OrganizationList = "OrganizationList";
    public const string User = "User";
    public const string UserList = "UserList";
    public const string Member = "Member";
    public const string Names = "Names";
    public const string TagPage = "TagPage";
    public const string Any = "Any";
}
