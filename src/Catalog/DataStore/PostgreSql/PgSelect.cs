using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.PostgreSql;

/// <summary>Asks one table.</summary>
internal sealed class PgSelect(PgSession session, DataTable table, DataQuery query)
{
    public async Task<DataRows> RunAsync(CancellationToken ct)
    {
        var columns = Columns();
        long? total = query.WithTotal ? await CountAsync(ct) : null;
        if (query.Limit == 0)
        {
            return new PgRows(session.Connection, session.Transaction, () => { }, null, columns, total);
        }

        var command = session.Command("");
        var filter = new PgFilter(table, command.Parameters);
        var names = query.Columns ?? [DataNames.RowId, .. table.Columns.Select(c => c.Name)];
        // PostgreSQL refuses a parameter that nothing uses
        var byRank = query.WithRanks || (query.Sort.Count == 0 && !query.Distinct);
        var ranks = query.Texts.DistinctBy(DataNames.Rank).Where(t => byRank || query.Sort.Any(s => s.Column == DataNames.Rank(t))).ToDictionary(DataNames.Rank, filter.Rank);
        var inner = names.Select(PgText.Name).Concat(query.WithRanks ? ranks.Select(r => $"{r.Value} AS {PgText.Name(r.Key)}") : []);
        var where = filter.Where(query.Filter, query.Texts);
        var order = Order(names, ranks);
        command.CommandText =
            $"SELECT {string.Join(", ", columns.Select(c => $"{PgText.Name(c.Name)}::text"))} FROM (SELECT {(query.Distinct ? "DISTINCT " : "")}{string.Join(", ", inner)} "
            + $"FROM {session.Table(table.Id)}{where}{(order.Length > 0 ? " ORDER BY " + order : "")}{(query.Limit is { } limit ? $" LIMIT {limit}" : "")} OFFSET {query.Offset}) AS page";
        var reader = await command.ExecuteReaderAsync(ct);
        return new PgRows(session.Connection, session.Transaction, command.Cancel, reader, columns, total);
    }

    private List<DataColumn> Columns()
    {
        List<DataColumn> columns = query.Columns is null ? [.. PgWriter.Whole(table)] : [.. query.Columns.Select(name => table.Find(name)!)];
        if (query.WithRanks)
        {
            columns.AddRange(query.Texts.Select(DataNames.Rank).Distinct().Select(name => new DataColumn(name, "float")));
        }

        return columns;
    }

    private string Order(IReadOnlyList<string> names, Dictionary<string, string> ranks)
    {
        if (query.Sort.Count == 0)
        {
            return query.Distinct ? string.Join(", ", names.Select(PgText.Name))
                : string.Join(", ", ranks.Values.Select(rank => rank + " DESC").Append(DataNames.RowId));
        }

        var keys = query.Sort.Select(s => $"{(table.Find(s.Column) is null && ranks.TryGetValue(s.Column, out var rank) ? rank : PgText.Name(s.Column))}"
            + $"{(s.Descending ? " DESC" : "")}{(s.NullsFirst is { } first ? first ? " NULLS FIRST" : " NULLS LAST" : "")}");
        return string.Join(", ", query.Distinct || query.Sort.Any(s => s.Column == DataNames.RowId) ? keys : keys.Append(DataNames.RowId));
    }

    private async Task<long> CountAsync(CancellationToken ct)
    {
        await using var command = session.Command("");
        var filter = new PgFilter(table, command.Parameters);
        var from = $"FROM {session.Table(table.Id)}{filter.Where(query.Filter, query.Texts)}";
        var names = query.Columns ?? [DataNames.RowId, .. table.Columns.Select(c => c.Name)];
        command.CommandText = query.Distinct ? $"SELECT count(*) FROM (SELECT DISTINCT {string.Join(", ", names.Select(PgText.Name))} {from}) AS different" : $"SELECT count(*) {from}";
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
