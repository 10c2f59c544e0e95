using System.Text.Json.Nodes;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Result of <c>table_load_show</c>: how far a file is on its way into the DataStore.</summary>
/// <param name="State">pending, running, complete, error, cancelled, no_table, foreign; null for what is never loaded.</param>
/// <param name="Error">Why it failed: <c>message_id</c>, <c>message_en</c>, sheet, row, column, value, expected.</param>
internal sealed record LoadInfo(string? State, LoadProgressInfo? Progress, JsonObject? Error)
{
    public bool IsUnderway => State is "pending" or "running";

    public bool HasFailed => State is "error";
}
