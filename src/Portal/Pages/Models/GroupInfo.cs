namespace Purbalingga.Portal.Pages.Models;

/// <summary>An organization or theme as <c>organization_show</c>, <c>group_show</c> and their lists give it.</summary>
internal sealed record GroupInfo(
    string Id,
    string Name,
    string? Title,
    string? DisplayName,
    string? Description,
    string? ImageUrl,
    string? ImageDisplayUrl,
    int? PackageCount,
    string? State,
    IReadOnlyList<ExtraInfo>? Extras,
    IReadOnlyList<ParentInfo>? Groups,
    IReadOnlyList<MemberInfo>? Users)
{
    public string ShownTitle => !string.IsNullOrWhiteSpace(Title) ? Title : !string.IsNullOrWhiteSpace(DisplayName) ? DisplayName : Name;

    /// <summary>The value of an extra; null when there is none.</summary>
    public string? Extra(string key) => (Extras ?? []).FirstOrDefault(e => e.Key == key)?.Value;
}
