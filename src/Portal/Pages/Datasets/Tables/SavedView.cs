using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>A saved view, as <c>resource_view_show</c> tells it.</summary>
/// <param name="Query">Of our own types: the query string of the resource's page.</param>
/// <param name="ShowFields">Of <c>datatables_view</c>: columns to show.</param>
/// <param name="FilterFields">Of <c>datatables_view</c>: columns that are filtered.</param>
/// <param name="FilterValues">Of <c>datatables_view</c>: their values.</param>
internal sealed record SavedView(
    string Id, string ResourceId, string? Title, string? Description, string ViewType, string? Query = null, JsonNode? ShowFields = null, JsonNode? FilterFields = null, JsonNode? FilterValues = null)
{
    /// <summary>The page of a table can show it.</summary>
    public bool IsOfTable => ViewType is "table_view" or "chart_view" or "map_view" or "datatables_view";

    /// <summary>What it shows of the table.</summary>
    public TableQuery ToQuery()
    {
        if (ViewType == "datatables_view")
        {
            return new TableQuery { Columns = Texts(ShowFields), Conditions = [.. Texts(FilterFields).Zip(Texts(FilterValues), (field, value) => new ColumnCondition(field, ColumnTest.Is, value))] };
        }

        return TableQuery.Read(QueryHelpers.ParseQuery(Query)) with { Show = ViewType.Replace("_view", "", StringComparison.Ordinal), Page = 1 };
    }

    private static IReadOnlyList<string> Texts(JsonNode? node) => node is JsonArray list ? [.. list.OfType<JsonValue>().Select(v => v.ToString()).Where(v => v.Length > 0)] : [];
}
