using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>What came of a load.</summary>
/// <param name="State">Where it ended.</param>
internal sealed record LoadOutcome(LoadState State)
{
    /// <summary>Of a load that failed.</summary>
    public JsonObject? Error { get; init; }

    /// <summary>The table that is there now, when this load changed it; null leaves what is remembered.</summary>
    public LoadedTable? Table { get; init; }

    /// <summary>The loader's table was dropped, or there is none.</summary>
    public bool IsWithoutTable { get; init; }

    /// <summary>The resource is gone, so that nothing need be remembered.</summary>
    public bool IsForgotten { get; init; }
}
