using System.Text.Json.Nodes;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Result of <c>table_load_show</c>: how far a file is on its way into the DataStore.</summary>
/// <param name="State">pending, running, complete, error, cancelled, no_table, foreign; null for what is never loaded.</param>
/// <param name="IsCurrent">The served table is of the present file.</param>
/// <param name="Error">Why it failed: <c>message_id</c>, <c>message_en</c>, sheet, row, column, value, expected.</param>
internal sealed record LoadInfo(string? State, bool IsCurrent, long? Rows, LoadProgressInfo? Progress, JsonObject? Error, JsonArray? Log)
{
    public bool IsUnderway => State is "pending" or "running";

    public bool HasFailed => State is "error";
}
