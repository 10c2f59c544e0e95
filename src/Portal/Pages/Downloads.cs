using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages;

/// <summary>Addresses under which files are fetched; always paths of this site, whatever a record says.</summary>
internal static class Downloads
{
    /// <summary>The file as it was uploaded.</summary>
    public static string Original(DatasetInfo dataset, ResourceInfo resource) =>
        $"/dataset/{Uri.EscapeDataString(dataset.Id)}/resource/{Uri.EscapeDataString(resource.Id)}/download/{Uri.EscapeDataString(resource.FileName)}";

    /// <summary>Its table in another form.</summary>
    /// <param name="format"><c>csv</c>, <c>csv-bom</c> (for Excel), <c>xlsx</c> or one of <see cref="Further"/>.</param>
    public static string As(DatasetInfo dataset, ResourceInfo resource, string format) => Original(dataset, resource) + "?format=" + format;

    /// <summary>Its rows in the DataStore; workbooks with a sheet about the data.</summary>
    public static string Dump(ResourceInfo resource, string format) => $"/datastore/dump/{Uri.EscapeDataString(resource.Id)}?format={format}";

    /// <summary>Formats for programs that every table can be had in, beside those that have a button.</summary>
    public static IReadOnlyList<(string Key, string Name)> Further { get; } = [("tsv", "TSV"), ("json", "JSON"), ("ndjson", "NDJSON"), ("xml", "XML"), ("parquet", "Parquet")];
}
