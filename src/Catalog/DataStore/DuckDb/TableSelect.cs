using System.Globalization;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>A question to one table as DuckDB's SQL.</summary>
internal sealed class TableSelect
{
    private readonly StoredTable _stored;
    private readonly TableFile _file;
    private readonly DataQuery _query;
    private readonly IReadOnlyList<string> _names;
    private readonly List<string> _expressions;

    public TableSelect(DataTable table, StoredTable stored, TableFile file, DataQuery query)
    {
        (_stored, _file, _query) = (stored, file, query);
        _names = query.Columns ?? [DataNames.RowId, .. table.Columns.Select(c => c.Name)];
        _expressions = [.. query.Texts.Select(t => TextMatch.Prepare(t))];
        Columns =
        [
            .. _names.Select(n => table.Find(n)!),
            .. query.WithRanks ? query.Texts.Select(t => new DataColumn(DataNames.Rank(t), "float")) : [],
        ];
    }

    public IReadOnlyList<DataColumn> Columns { get; }

    /// <summary>What the texts match, where that is known already; else each row is looked at.</summary>
    public WordHits? Hits { get; set; }

    // Then the hits alone say which rows stand on the page
    private bool IsPageOfHits => Hits is not null && _query is { Filter: null, Sort: [], Distinct: false };

    public long Total(DuckConnection connection, CancellationToken ct)
    {
        if (IsPageOfHits)
        {
            return Hits!.Count;
        }

        var sql = new DuckSql();
        if (_query.Distinct)
        {
            Where(sql.Add("SELECT count(*) FROM (SELECT DISTINCT ").Add(List()).Add($" FROM {Source(connection, ct)} WHERE ")).Add(")");
        }
        else
        {
            Where(sql.Add($"SELECT count(*) FROM {Source(connection, ct)} WHERE "));
        }

        using var statement = sql.Prepare(connection);
        using var result = statement.Query(ct);
        using var chunk = result.Next()!;
        return chunk[0].Int64(0);
    }

    public DuckResult Run(DuckConnection connection, CancellationToken ct)
    {
        using var statement = Select(new DuckSql(), connection, ct).Prepare(connection);
        return statement.Query(ct);
    }

    /// <summary>Lets DuckDB write the answer itself.</summary>
    /// <param name="target">What follows on <c>COPY (...)</c>.</param>
    public void Copy(DuckConnection connection, string target, CancellationToken ct)
    {
        using var statement = Select(new DuckSql().Add("COPY ("), connection, ct).Add(") ").Add(target).Prepare(connection);
        statement.Execute(ct);
    }

    private DuckSql Select(DuckSql sql, DuckConnection connection, CancellationToken ct)
    {
        var byRank = _query.Sort.Count == 0 && _query.Texts.Count > 0 && !_query.Distinct;
        var order = Order(byRank);
        if (order.Length > 0 && _query is { Limit: not null, Distinct: false, Texts.Count: 0 })
        {
            // First which rows, then all of their columns: sorting whole rows would carry every column of the table
            sql.Add("SELECT ").Add(List()).Add($" FROM {_file.Rows} WHERE _id IN (SELECT _id FROM {_file.Rows} WHERE ");
            Page(Where(sql).Add(order)).Add(")").Add(order);
        }
        else
        {
            sql.Add(_query.Distinct ? "SELECT DISTINCT " : "SELECT ").Add(List());
            if (_query.WithRanks)
            {
                for (var i = 0; i < _query.Texts.Count; i++)
                {
                    Rank(sql.Add(", "), i).Add(" AS ").Add(StoredColumns.Quote(DataNames.Rank(_query.Texts[i])));
                }
            }

            Where(sql.Add($" FROM {Source(connection, ct)} WHERE "));
            if (byRank && !_query.WithRanks)
            {
                sql.Add(" ORDER BY ");
                for (var i = 0; i < _query.Texts.Count; i++)
                {
                    Rank(sql, i).Add(" DESC, ");
                }

                Page(sql.Add("_id"));
            }
            else
            {
                Page(sql.Add(order));
            }
        }

        return sql;
    }

    private string Source(DuckConnection connection, CancellationToken ct) => Hits is null
        ? _file.Rows
        : $"{_file.Rows} JOIN {(IsPageOfHits ? Hits.Page(connection, _query.Offset, _query.Limit, ct) : Hits.All(connection, ct))} ON _id = \"_h\"";

    private string List() => string.Join(", ", _names.Select(StoredColumns.Quote));

    private DuckSql Where(DuckSql sql)
    {
        sql.AddFilter(_query.Filter ?? new CombinedFilter(false, []));
        for (var i = 0; Hits is null && i < _expressions.Count; i++)
        {
            Rank(sql.Add(" AND "), i).Add(" >= 0");
        }

        return sql;
    }

    private DuckSql Rank(DuckSql sql, int text) => Hits is null
        ? AddRank(sql, _stored, _query.Texts[text], _expressions[text])
        : sql.Add(string.Create(CultureInfo.InvariantCulture, $"CAST([{Ranks(text)}][\"_r{text}\" + 1] AS DOUBLE)"));

    // By the count of words found
    private string Ranks(int text) => string.Join(", ", Enumerable.Range(0, Math.Min(256, TextMatch.ExpressionOf(_expressions[text]).Words.Count + 1)).Select(c => $"'{TextMatch.RankOf(c)}'"));

    /// <summary>Adds what looks at a row's texts.</summary>
    /// <param name="prepared">By <see cref="TextMatch.Prepare"/>.</param>
    public static DuckSql AddRank(DuckSql sql, StoredTable stored, TextQuery text, string prepared)
    {
        var columns = text.Column is { } one ? [one] : stored.Columns.Select(c => c.Name).ToList();
        return sql.Add($"CAST({TextMatch.Function}(").AddText(prepared).Add(" || chr(1) || concat_ws(' ', '', ")
            .Add(string.Join(", ", columns.Select(c => $"CAST({StoredColumns.Quote(c)} AS VARCHAR)").DefaultIfEmpty("''"))).Add(")) AS DOUBLE)");
    }

    // Rows lie in the order of their numbers, and DuckDB keeps that: most pages need no sort at all
    private string Order(bool byRank)
    {
        var keys = _query.Sort.Select(s => $"{StoredColumns.Quote(s.Column)} {(s.Descending ? "DESC" : "ASC")} NULLS {(s.NullsFirst ?? s.Descending ? "FIRST" : "LAST")}").ToList();
        if (byRank)
        {
            keys.AddRange(_query.Texts.Select(t => $"{StoredColumns.Quote(DataNames.Rank(t))} DESC"));
        }

        if (_query.Distinct)
        {
            keys.AddRange(keys.Count == 0 ? Enumerable.Range(1, _names.Count).Select(i => $"{i} NULLS LAST") : []);
        }
        else if (keys.Count > 0 && _query.Sort.All(s => s.Column != DataNames.RowId))
        {
            keys.Add(DataNames.RowId);
        }
        else if (_query.Sort is [{ Column: DataNames.RowId, Descending: false }, ..] && _stored.InOrder && Hits is null)
        {
            return ""; // Rows that are joined with hits come as they like
        }
        else if (keys.Count == 0 && !_stored.InOrder)
        {
            keys.Add(DataNames.RowId);
        }

        return keys.Count == 0 ? "" : " ORDER BY " + string.Join(", ", keys);
    }

    private DuckSql Page(DuckSql sql) => IsPageOfHits ? sql : sql
        .Add(_query.Limit is { } limit ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {limit}") : "")
        .Add(_query.Offset > 0 ? string.Create(CultureInfo.InvariantCulture, $" OFFSET {_query.Offset}") : "");
}
