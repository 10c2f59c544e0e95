namespace Purbalingga.Catalog.Persistence;

/// <summary>What an entry of the change log is about.</summary>
public enum ChangeKind
{
    /// <summary>A dataset's document was rendered anew; the index takes it over.</summary>
    DatasetChanged = 1,

    /// <summary>A dataset is gone for good.</summary>
    DatasetPurged = 2,

    /// <summary>Title, state or members of an organization or group changed.</summary>
    GroupChanged = 3,

    /// <summary>A user, its tokens or its rights changed.</summary>
    UserChanged = 4,

    /// <summary>A setting changed.</summary>
    SettingChanged = 5,

    /// <summary>Everything was emptied (testing).</summary>
    Reset = 6,
}
