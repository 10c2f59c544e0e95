namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>One colour of a chart.</summary>
internal sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);
