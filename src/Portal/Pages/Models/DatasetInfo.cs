namespace Purbalingga.Portal.Pages.Models;

/// <summary>What pages show of a dataset; keys as in <c>package_show</c>, times UTC.</summary>
internal sealed record DatasetInfo(
    string Id,
    string Name,
    string? Title,
    string? Notes,
    string? LicenseId,
    string? LicenseTitle,
    string? LicenseUrl,
    bool Isopen,
    bool Private,
    string? State,
    string? Version,
    string? Url,
    string? Author,
    string? AuthorEmail,
    string? Maintainer,
    string? MaintainerEmail,
    string? OwnerOrg,
    string? MetadataCreated,
    string? MetadataModified,
    OwnerInfo? Organization,
    IReadOnlyList<ThemeInfo>? Groups,
    IReadOnlyList<TagInfo>? Tags,
    IReadOnlyList<ExtraInfo>? Extras,
    IReadOnlyList<ResourceInfo>? Resources)
{
    /// <summary>Tag of the sample datasets that a new installation is filled with.</summary>
    public const string SampleTag = "data contoh";

    public string ShownTitle => string.IsNullOrWhiteSpace(Title) ? Name : Title;

    /// <summary>Formats of its files, each once, in order of appearance.</summary>
    public IEnumerable<string> Formats =>
        (Resources ?? []).Select(r => r.Format).OfType<string>().Where(f => f.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Made-up figures that show what the portal can do; they carry this tag.</summary>
    public bool IsSample => (Tags ?? []).Any(t => t.Name == SampleTag);

    /// <summary>The value of an extra; null when there is none.</summary>
    public string? Extra(string key) => (Extras ?? []).FirstOrDefault(e => e.Key == key)?.Value;
}
