namespace Purbalingga.Catalog.Actions;

/// <summary>Who may call an action at all; rights on a single dataset or organization are checked by the action itself.</summary>
public enum Access
{
    /// <summary>Anybody, also without signing in; what is shown is limited by visibility labels.</summary>
    Anyone,

    /// <summary>The action looks at the object it is called for and decides (CKAN's auth functions).</summary>
    Checked,

    /// <summary>Any signed-in user whose state is active.</summary>
    SignedIn,

    /// <summary>Sysadmins only.</summary>
    Sysadmin,
}
