namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>The figures of a chart.</summary>
/// <param name="Groups">Texts along the axis.</param>
/// <param name="Series">At least one; its values stand in the order of <paramref name="Groups"/>, null where there is no row.</param>
/// <param name="IsTime">The groups are moments in order.</param>
internal sealed record ChartData(IReadOnlyList<string> Groups, IReadOnlyList<ChartSeries> Series, bool IsTime)
{
    /// <summary>Of scatter charts: across and up, instead of groups and series.</summary>
    public IReadOnlyList<(double X, double Y)> Points { get; init; } = [];
}
