using Microsoft.AspNetCore.Html;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>A map as a page shows it.</summary>
internal sealed record MapView(TablePage Table)
{
    public IReadOnlyList<MapPlace> Places { get; init; } = [];

    /// <summary>What it shows, as a sentence.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The drawing for phones and for wide screens, as SVG.</summary>
    public IReadOnlyList<HtmlString> Drawings { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the circles measure; empty where all are alike.</summary>
    public string ValueLabel { get; init; } = "";

    /// <summary>How it may be changed, where circles measure something; null otherwise.</summary>
    public ChartQuery? Chosen { get; init; }

    /// <summary>Why there is nothing to show, for the reader; null when there is.</summary>
    public string? Failure { get; init; }
}
