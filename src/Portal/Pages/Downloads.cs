using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages;

/// <summary>Addresses under which files are fetched; always paths of this site, whatever a record says.</summary>
internal static class Downloads
{
    /// <summary>The file as it was uploaded.</summary>
    public static string Original(DatasetInfo dataset, ResourceInfo resource) =>
        $"/dataset/{Uri.EscapeDataString(dataset.Id)}/resource/{Uri.EscapeDataString(resource.Id)}/download/{Uri.EscapeDataString(resource.FileName)}";

    /// <summary>Its table in another form.</summary>
    /// <param name="format"><c>csv</c>, <c>csv-bom</c> (for Excel) or <c>xlsx</c>.</param>
    public static string As(DatasetInfo dataset, ResourceInfo resource, string format) => Original(dataset, resource) + "?format=" + format;
}
