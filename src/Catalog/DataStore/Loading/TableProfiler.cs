using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>
/// Looks over the columns of a table: how many values, how many different ones, from where to where, which are the most frequent. The engine counts, by SQL that
/// both engines read alike: one pass for the counts of all columns, two small ones for each column after that.
/// </summary>
internal sealed class TableProfiler(IDataStore store, TimeProvider clock)
{
    /// <summary>Columns beyond these get their counts only, so that a table of thousands of columns does not occupy the engine.</summary>
    private const int MostExamined = 100;

    private const int MostCounted = 2000;
    private const int ColumnsInPass = 40;
    private const int Top = 10;
    private const int Bins = 10;
    private const int ShownCharacters = 200;
    private static readonly TimeSpan OnePass = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AllPasses = TimeSpan.FromSeconds(90);

    /// <returns>
    /// <c>{rows, columns: [{id, type, count, empty, distinct, min, max, mean, top: [{value, count}], histogram: [{from, to, count}]}]}</c>: distinct is null where it
    /// was not counted (a wide or slow table); min and max of numbers, days and texts; mean of numbers; ten bins of equal width, the upper bound belongs to the next
    /// one but for the last. Null when there is no such table.
    /// </returns>
    public async Task<JsonObject?> RunAsync(string tableId, CancellationToken ct)
    {
        if (await store.FindAsync(tableId, ct) is not { } table || table.Id != tableId)
        {
            return null;
        }

        var began = clock.GetTimestamp();
        var rows = 0L;
        var columns = new JsonArray();
        var examined = 0;
        foreach (var pass in table.Columns.Take(MostCounted).Chunk(ColumnsInPass))
        {
            var counted = await FirstAsync(table.Id, $"count(*){string.Concat(pass.Select(Counts))}", ct);
            rows = counted[0].Whole;
            var at = 1;
            foreach (var column in pass)
            {
                var kind = ColumnTypes.KindOf(column.Type);
                var count = counted[at++].Whole;
                var shown = new JsonObject { ["id"] = column.Name, ["type"] = column.Type, ["count"] = count, ["empty"] = rows - count, ["distinct"] = null };
                var (min, max) = HasRange(kind) ? (counted[at++], counted[at++]) : (DataValue.Null, DataValue.Null);
                (shown["min"], shown["max"]) = (Show(min), Show(max));
                shown["mean"] = IsNumber(kind) ? Show(counted[at++], asNumber: true) : null;
                columns.Add(shown);
                if (count > 0 && examined < MostExamined && clock.GetElapsedTime(began) < AllPasses)
                {
                    examined++;
                    await ExamineAsync(table.Id, column, kind, count, min, max, shown, ct);
                }
            }
        }

        return new JsonObject { ["rows"] = rows, ["columns"] = columns };
    }

    private static string Counts(DataColumn column)
    {
        var kind = ColumnTypes.KindOf(column.Type);
        var name = Name(column);
        return $", count({name}){(HasRange(kind) ? $", min({name}), max({name})" : "")}{(IsNumber(kind) ? $", avg({name})" : "")}";
    }

    private static bool IsNumber(DataKind kind) => kind is DataKind.Whole or DataKind.Real or DataKind.Numeric;

    private static bool HasRange(DataKind kind) => IsNumber(kind) || kind is DataKind.Text or DataKind.Date or DataKind.Timestamp or DataKind.TimestampTz;

    private async Task ExamineAsync(string tableId, DataColumn column, DataKind kind, long count, DataValue min, DataValue max, JsonObject shown, CancellationToken ct)
    {
        try
        {
            if (kind != DataKind.Json)
            {
                await TopAsync(tableId, column, count, shown, ct);
            }

            if (Bounds(kind, min, max) is { Length: > 0 } bounds)
            {
                await HistogramAsync(tableId, column, bounds, count, shown, ct);
            }
        }
        catch (DataStoreException error) when (error.Error is DataStoreError.TooSlow or DataStoreError.TooLarge)
        {
            // A column that is too much for the engine keeps what is known of it
        }
    }

    private async Task TopAsync(string tableId, DataColumn column, long count, JsonObject shown, CancellationToken ct)
    {
        var top = new JsonArray();
        await foreach (var row in AskAsync(
            $"SELECT v, n, count(*) OVER () FROM (SELECT {Name(column)} AS v, count(*) AS n FROM {Table(tableId)} WHERE {Name(column)} IS NOT NULL GROUP BY 1) g ORDER BY n DESC, v LIMIT {Top}", Top, ct))
        {
            shown["distinct"] = row[2].Whole;
            top.Add(new JsonObject { ["value"] = Show(row[0]), ["count"] = row[1].Whole });
        }

        // Where every value stands once, none is frequent
        shown["top"] = (long)shown["distinct"]! == count && count > Top ? [] : top;
    }

    private async Task HistogramAsync(string tableId, DataColumn column, (JsonNode From, string Literal)[] bounds, long count, JsonObject shown, CancellationToken ct)
    {
        var below = bounds.Skip(1).SkipLast(1).Select(b => $"count(*) FILTER (WHERE {Name(column)} < {b.Literal})").ToList();
        var counted = below.Count == 0 ? [] : await FirstAsync(tableId, string.Join(", ", below), ct);
        var bins = new JsonArray();
        var before = 0L;
        for (var i = 0; i < bounds.Length - 1; i++)
        {
            var upTo = i < counted.Length ? counted[i].Whole : count;
            bins.Add(new JsonObject { ["from"] = bounds[i].From.DeepClone(), ["to"] = bounds[i + 1].From.DeepClone(), ["count"] = upTo - before });
            before = upTo;
        }

        shown["histogram"] = bins;
    }

    // One more than there are bins; one bin where all values are equal
    private static (JsonNode From, string Literal)[] Bounds(DataKind kind, DataValue min, DataValue max)
    {
        if (min.IsNull || max.IsNull)
        {
            return [];
        }

        if (IsNumber(kind))
        {
            var (low, high) = (Number(min), Number(max));
            if (!double.IsFinite(low) || !double.IsFinite(high) || !double.IsFinite(high - low))
            {
                return [];
            }

            var bins = kind == DataKind.Whole ? (int)Math.Clamp(high - low, 1, Bins) : low == high ? 1 : Bins;
            return [.. Enumerable.Range(0, bins + 1).Select(i => i == bins ? high : low + ((high - low) * i / bins))
                .Select(at => ((JsonNode)at, $"CAST('{at.ToString("R", CultureInfo.InvariantCulture)}' AS float8)"))];
        }

        if (kind is DataKind.Date or DataKind.Timestamp)
        {
            var (low, high) = (min.Whole, max.Whole);
            var bins = (int)Math.Clamp(high - low, 1, Bins);
            return [.. Enumerable.Range(0, bins + 1).Select(i => low + (long)((high - low) * (double)i / bins)).Select(at =>
            {
                var value = kind == DataKind.Date ? DataValue.Date(at) : DataValue.Timestamp(at);
                var text = CellText.Of(value, milliseconds: false)!;
                return ((JsonNode)text, $"CAST('{text}' AS {(kind == DataKind.Date ? "date" : "timestamp")})");
            })];
        }

        return [];
    }

    private async Task<DataValue[]> FirstAsync(string tableId, string what, CancellationToken ct)
    {
        await foreach (var row in AskAsync($"SELECT {what} FROM {Table(tableId)}", 1, ct))
        {
            return row;
        }

        throw new DataStoreException(DataStoreError.Query, "A count without an answer");
    }

    private async IAsyncEnumerable<DataValue[]> AskAsync(string sql, int rows, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var answer = await store.QuerySqlAsync(await store.InspectSqlAsync(sql, ct), new SqlLimits(rows, OnePass), ct);
        await foreach (var batch in answer.ReadAsync(ct))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                yield return batch.Row(row).ToArray();
            }
        }
    }

    private static JsonNode? Show(DataValue value, bool asNumber = false) => value.Kind switch
    {
        DataKind.Null or DataKind.Missing => null,
        DataKind.Boolean => value.Boolean,
        DataKind.Whole => value.Whole,
        DataKind.Real when double.IsFinite(value.Real) => value.Real,
        DataKind.Numeric => Number(value) is var number && double.IsFinite(number) ? number : value.Text,
        _ when asNumber => null,
        _ => CellText.Of(value, milliseconds: false) is { } text ? text.Length <= ShownCharacters ? text : text[..ShownCharacters] : null,
    };

    private static double Number(DataValue value) => value.Kind switch
    {
        DataKind.Whole => value.Whole,
        DataKind.Real => value.Real,
        _ => double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
    };

    private static string Name(DataColumn column) => $"\"{column.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Table(string id) => $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
