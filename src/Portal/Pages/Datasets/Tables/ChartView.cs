using Microsoft.AspNetCore.Html;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>A chart as a page shows it.</summary>
/// <param name="Chosen">All of it is set.</param>
/// <param name="Fields">Columns that it can be made of.</param>
internal sealed record ChartView(TablePage Table, ChartQuery Chosen, IReadOnlyList<TableField> Fields)
{
    public ChartData? Data { get; init; }

    /// <summary>What it shows, as a sentence.</summary>
    public string Heading { get; init; } = "";

    public string GroupLabel { get; init; } = "";

    public string ValueLabel { get; init; } = "";

    /// <summary>The drawing for phones, tablets and wide screens, as SVG.</summary>
    public IReadOnlyList<HtmlString> Drawings { get; init; } = [];

    /// <summary>What a reader must know to read it right.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public string Sql { get; init; } = "";

    /// <summary>Why there is nothing to show, for the reader; null when there is.</summary>
    public string? Failure { get; init; }
}
