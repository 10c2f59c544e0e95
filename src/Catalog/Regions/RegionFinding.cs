namespace Purbalingga.Catalog.Regions;

/// <summary>What a code turned out to be.</summary>
public enum RegionFinding
{
    /// <summary>A region of the regency, in the system that was asked for.</summary>
    Known,

    /// <summary>A region of the regency, but in the other system.</summary>
    OtherSystem,

    /// <summary>It would lie in the regency, but its list has none such.</summary>
    Unknown,

    /// <summary>Not of this regency, so there is no list to check it against.</summary>
    Elsewhere,

    /// <summary>No code of a region at all.</summary>
    NoCode,
}
