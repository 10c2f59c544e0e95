namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>A chart as its address describes it; what is null is chosen by <see cref="ChartChoice"/>.</summary>
/// <param name="Kind">bar, line, area, scatter, pie.</param>
/// <param name="Group">Column whose values stand along the axis.</param>
/// <param name="Measure">count, sum, avg, min, max.</param>
/// <param name="Column">Column that is measured.</param>
/// <param name="Series">Column that splits each group; empty for none.</param>
/// <param name="Order">value (largest first) or group.</param>
/// <param name="Limit">Most groups.</param>
internal sealed record ChartQuery(string? Kind, string? Group, string? Measure, string? Column, string? Series, string? Order, int? Limit)
{
    public static ChartQuery None { get; } = new(null, null, null, null, null, null, null);

    public static IReadOnlyList<string> Kinds { get; } = ["bar", "line", "area", "scatter", "pie"];

    public static IReadOnlyList<string> Measures { get; } = ["sum", "avg", "min", "max", "count"];

    public static IReadOnlyList<int> Limits { get; } = [5, 10, 20, 50, 100, 500];
}
