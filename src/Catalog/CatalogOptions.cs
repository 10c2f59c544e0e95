using System.ComponentModel.DataAnnotations;

namespace Purbalingga.Catalog;

/// <summary>Section <c>Catalog</c>.</summary>
public sealed class CatalogOptions
{
    /// <summary>Folder of everything that the embedded engines keep: records, files, index, keys.</summary>
    [Required]
    public string DataPath { get; set; } = "data";

    /// <summary>Memory for rendered datasets, 10^6 bytes each.</summary>
    [Range(1, 100_000)]
    public int DocumentCacheMegabytes { get; set; } = 512;
}
