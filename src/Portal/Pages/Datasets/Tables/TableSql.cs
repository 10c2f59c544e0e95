namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Statements for <c>datastore_search_sql</c>; every name is quoted, every value was parsed before.</summary>
internal static class TableSql
{
    /// <summary>The rows that a page shows.</summary>
    public static string Rows(string resourceId, IReadOnlyList<TableField> fields, IReadOnlyList<TableField> shown, TableFilters filters, TableQuery query)
    {
        var order = query.Sort is { } sort && fields.Any(f => f.Id == sort)
            ? $"{TableFilters.Name(sort)}{(query.Descending ? " DESC" : "")} NULLS LAST, \"_id\"" : "\"_id\"";
        return Lines(
            $"SELECT {string.Join(", ", shown.Select(f => TableFilters.Name(f.Id)))}",
            $"FROM {TableFilters.Name(resourceId)}",
            filters.Where(fields),
            $"ORDER BY {order}",
            $"LIMIT {query.Size}" + (query.Page > 1 ? $" OFFSET {(long)(query.Page - 1) * query.Size}" : ""));
    }

    /// <summary>Groups of a chart with one measured value each, as columns <c>kelompok</c>, <c>seri</c> (where there are series) and <c>nilai</c>.</summary>
    /// <param name="more">A further condition, without series.</param>
    /// <param name="limit">Most groups; with series, the groups that are largest over all series.</param>
    public static string Groups(string resourceId, IReadOnlyList<TableField> fields, TableFilters filters, string group, string? series, string measure, string? column, bool byValue, int limit, string? more = null)
    {
        var table = TableFilters.Name(resourceId);
        var grouped = TableFilters.Name(group);
        var value = Value(measure, column);
        var order = byValue ? $"{value} DESC NULLS LAST, {grouped}" : $"{grouped} NULLS LAST";
        if (series is null)
        {
            return Lines(
                $"SELECT {grouped} AS kelompok, {value} AS nilai", $"FROM {table}", filters.Where(fields, [$"{grouped} IS NOT NULL", .. more is null ? Array.Empty<string>() : [more]]), $"GROUP BY {grouped}",
                $"ORDER BY {order}", $"LIMIT {limit}");
        }

        var chosen = Lines($"SELECT {grouped}", $"FROM {table}", filters.Where(fields, $"{grouped} IS NOT NULL"), $"GROUP BY {grouped}", $"ORDER BY {order}", $"LIMIT {limit}");
        var split = TableFilters.Name(series);
        return Lines(
            $"SELECT {grouped} AS kelompok, {split} AS seri, {value} AS nilai", $"FROM {table}",
            filters.Where(fields, $"{grouped} IN ({chosen.Replace("\n", " ", StringComparison.Ordinal)})"), $"GROUP BY {grouped}, {split}", $"ORDER BY {grouped}, {split}", $"LIMIT {MaxCells}");
    }

    /// <summary>How many different values columns hold, as columns <c>n0</c>, <c>n1</c> and so on.</summary>
    public static string Distinct(string resourceId, IReadOnlyList<TableField> fields, TableFilters filters, IReadOnlyList<TableField> columns) => Lines(
        "SELECT " + string.Join(", ", columns.Select((column, at) => $"COUNT(DISTINCT {TableFilters.Name(column.Id)}) AS n{at}")), $"FROM {TableFilters.Name(resourceId)}", filters.Where(fields));

    /// <summary>All rows that match as one group, as columns <c>nilai</c> and <c>kelompok</c> (how many groups there are).</summary>
    public static string Whole(string resourceId, IReadOnlyList<TableField> fields, TableFilters filters, string group, string measure, string? column) => Lines(
        $"SELECT {Value(measure, column)} AS nilai, COUNT(DISTINCT {TableFilters.Name(group)}) AS kelompok", $"FROM {TableFilters.Name(resourceId)}",
        filters.Where(fields, $"{TableFilters.Name(group)} IS NOT NULL"));

    /// <summary>The largest value of a column, and how many different ones there are, as columns <c>akhir</c> and <c>banyak</c>.</summary>
    public static string Span(string resourceId, IReadOnlyList<TableField> fields, TableFilters filters, string column) => Lines(
        $"SELECT MAX({TableFilters.Name(column)}) AS akhir, COUNT(DISTINCT {TableFilters.Name(column)}) AS banyak", $"FROM {TableFilters.Name(resourceId)}", filters.Where(fields));

    /// <summary>Most cells of a chart with series.</summary>
    public const int MaxCells = 5000;

    private static string Value(string measure, string? column) =>
        measure == "count" || column is null ? "COUNT(*)" : $"{measure.ToUpperInvariant()}({TableFilters.Name(column)})";

    private static string Lines(params IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));
}
