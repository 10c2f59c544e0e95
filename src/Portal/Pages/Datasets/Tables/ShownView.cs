using Purbalingga.Portal.Pages.Models;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>A saved view with what it shows now.</summary>
/// <param name="Table">Null when the resource has no table (any more).</param>
internal sealed record ShownView(DatasetInfo Dataset, ResourceInfo Resource, SavedView View, TablePage? Table, ChartView? Chart, MapView? Map)
{
    public string ShownTitle => string.IsNullOrWhiteSpace(View.Title) ? Resource.ShownName : View.Title;

    /// <summary>Of the resource's page, without language.</summary>
    public string ResourcePath => $"/dataset/{Uri.EscapeDataString(Dataset.Name)}/resource/{Uri.EscapeDataString(Resource.Id)}";

    public string Path => $"{ResourcePath}/view/{Uri.EscapeDataString(View.Id)}";

    /// <summary>There is nothing that could be drawn.</summary>
    public bool IsEmpty => Chart is null && Map is null && Table?.Rows is null && Table?.Failure is null;
}
