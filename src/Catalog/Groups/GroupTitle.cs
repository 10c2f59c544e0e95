namespace Purbalingga.Catalog.Groups;

/// <summary>How an organization or group is called.</summary>
/// <param name="Title">As stored; may be null or empty.</param>
/// <param name="State">See <see cref="RecordState"/>.</param>
public sealed record GroupTitle(string Id, string Name, string? Title, bool IsOrganization, string State, DateTime Created)
{
    /// <summary>The title, or the name when there is none.</summary>
    public string DisplayName => string.IsNullOrEmpty(Title) ? Name : Title;
}
