using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.Datasets;

/// <summary>A dataset as a caller wants it, checked and converted. Null lists and flags were left out by the caller.</summary>
internal sealed class DatasetValues
{
    /// <summary>Only sysadmins may give one.</summary>
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>A deleted dataset still has the name and must let it go.</summary>
    public bool NameIsHeld { get; set; }

    public string? Title { get; set; }

    public string? Version { get; set; }

    public string? Url { get; set; }

    public string? Author { get; set; }

    public string? AuthorEmail { get; set; }

    public string? Maintainer { get; set; }

    public string? MaintainerEmail { get; set; }

    public string? Notes { get; set; }

    public string? LicenseId { get; set; }

    public string? Type { get; set; }

    /// <summary>True when the caller named an owner, also when none.</summary>
    public bool OwnerGiven { get; set; }

    /// <summary>Organization id; null for none.</summary>
    public string? OwnerOrg { get; set; }

    public bool? Private { get; set; }

    public string? State { get; set; }

    public DateTime? MetadataModified { get; set; }

    /// <summary>Free tags.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>Tags of vocabularies: vocabulary id and name.</summary>
    public IReadOnlyList<(string VocabularyId, string Name)> VocabularyTags { get; set; } = [];

    public IReadOnlyDictionary<string, string> Extras { get; set; } = new Dictionary<string, string>();

    /// <summary>Group ids.</summary>
    public IReadOnlyList<string>? Groups { get; set; }

    public IReadOnlyList<ResourceValues>? Resources { get; set; }
}
