using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>A table as one address shows it: its columns, and the rows of one page or what went wrong.</summary>
/// <param name="Path">Of the resource's page, without language and query.</param>
/// <param name="Fields">All columns, <c>_id</c> first.</param>
internal sealed record TablePage(string ResourceId, string Path, TableQuery Query, IReadOnlyList<TableField> Fields, TableFilters Filters)
{
    /// <summary>Columns as shown, in the table's order.</summary>
    public IReadOnlyList<TableField> Shown =>
        Query.Columns.Count == 0 || Fields.All(f => !Query.Columns.Contains(f.Id)) ? [.. Fields.Where(f => f.Id != "_id")] : [.. Fields.Where(f => Query.Columns.Contains(f.Id))];

    /// <summary>Rows of this page; null while another side of the table is shown.</summary>
    public TableRows? Rows { get; init; }

    /// <summary>Rows that match in all.</summary>
    public long Total => Rows?.Total ?? 0;

    public int LastPage => (int)Math.Min(int.MaxValue, Math.Max(1, (Total + Query.Size - 1) / Query.Size));

    /// <summary>Number of the first row shown, from 1; 0 for none.</summary>
    public long First => Rows is { Records.Count: > 0 } ? ((long)(Query.Page - 1) * Query.Size) + 1 : 0;

    public long Last => Rows is null ? 0 : First == 0 ? 0 : First + Rows.Records.Count - 1;

    /// <summary>Key of the text that says why there are no rows; null when all went well.</summary>
    public string? Failure { get; init; }

    /// <summary>Callers' SQL is allowed on this server.</summary>
    public bool HasSql { get; init; }

    /// <summary>The view that this is, when it is a saved one.</summary>
    public bool IsSaved { get; init; }

    public bool HasMap => Coordinates.Of(Fields) is not null || Coordinates.Geometry(Fields) is not null || Regions.ColumnOf(Fields) is not null;

    public string Sql => TableSql.Rows(ResourceId, Fields, Shown, Filters, Query);

    /// <summary>Parameters of <c>datastore_search</c> for what is shown, without paging.</summary>
    public JsonObject Parameters()
    {
        var parameters = new JsonObject { ["resource_id"] = ResourceId };
        Filters.AddTo(parameters);
        if (Query.Sort is { } sort && Fields.Any(f => f.Id == sort))
        {
            parameters["sort"] = $"{TableFilters.Name(sort)} {(Query.Descending ? "desc" : "asc")} nulls last";
        }

        if (Query.Columns.Count > 0)
        {
            parameters["fields"] = new JsonArray([.. Shown.Select(f => (JsonNode)f.Id)]);
        }

        return parameters;
    }

    /// <summary>Address of the same rows as JSON.</summary>
    public string JsonUrl()
    {
        var parameters = Parameters();
        parameters["limit"] = Query.Size;
        parameters["offset"] = (long)(Query.Page - 1) * Query.Size;
        return "/api/3/action/datastore_search" + Text(parameters);
    }

    /// <summary>Address of all rows that match, as a file.</summary>
    /// <param name="format">Of <c>/datastore/dump</c>.</param>
    public string DumpUrl(string format)
    {
        var parameters = Parameters();
        parameters.Remove("resource_id");
        parameters["format"] = format;
        return "/datastore/dump/" + Uri.EscapeDataString(ResourceId) + Text(parameters);
    }

    public static string SqlUrl(string sql) => "/api/3/action/datastore_search_sql" + new QueryBuilder { { "sql", sql } };

    private static string Text(JsonObject parameters)
    {
        var builder = new QueryBuilder();
        foreach (var (key, value) in parameters)
        {
            builder.Add(key, value is JsonValue plain && plain.GetValueKind() == System.Text.Json.JsonValueKind.String
                ? plain.GetValue<string>() : value is JsonValue other && other.GetValueKind() == System.Text.Json.JsonValueKind.Number
                ? Convert.ToString(other, CultureInfo.InvariantCulture)! : value!.ToJsonString(CatalogJson.Options));
        }

        return builder.ToString();
    }
}
