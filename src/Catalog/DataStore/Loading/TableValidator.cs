using System.Text.Json.Nodes;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Regions;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Checks the rows of a table against its dictionary, as a stream.</summary>
internal sealed class TableValidator(IDataStore store, RegionCodes regions, TimeProvider clock)
{
    private const int MostMessages = 200;
    private const int MostColumns = 200;
    private const int ShownCharacters = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <returns>
    /// <c>{rows, valid, errors, checked, columns: [{id, rules, errors, problem_id, problem_en}], messages: [{row_id, column, value, rule, message_id, message_en}]}</c>: rows
    /// and errors are counted to the end, messages are the first 200; row_id is the row's <c>_id</c>. Null when there is no such table.
    /// </returns>
    /// <exception cref="DataStoreException">TooSlow.</exception>
    public async Task<JsonObject?> RunAsync(string tableId, CancellationToken ct)
    {
        if (await store.FindAsync(tableId, ct) is not { } table || table.Id != tableId)
        {
            return null;
        }

        var rules = table.Columns.Select(column => ColumnRules.Of(column, regions)).OfType<ColumnRules>().Take(MostColumns).ToArray();
        var errors = new long[rules.Length];
        var messages = new JsonArray();
        var rows = rules.Length == 0 ? 0 : await CheckAsync(tableId, rules, errors, messages, ct);
        return new JsonObject
        {
            ["rows"] = rows,
            ["valid"] = errors.Sum() == 0 && rules.All(r => r.Trouble is null),
            ["errors"] = errors.Sum(),
            ["checked"] = Clock.Text(clock.Now()),
            ["columns"] = new JsonArray([.. rules.Select((rule, i) => new JsonObject
            {
                ["id"] = rule.Column.Name,
                ["rules"] = new JsonArray([.. rule.Names.Select(name => (JsonNode)name)]),
                ["errors"] = errors[i],
                ["problem_id"] = rule.Trouble?.Indonesian,
                ["problem_en"] = rule.Trouble?.English,
            })]),
            ["messages"] = messages,
        };
    }

    private async Task<long> CheckAsync(string tableId, ColumnRules[] rules, long[] errors, JsonArray messages, CancellationToken ct)
    {
        var query = new DataQuery(tableId) { Columns = [DataNames.RowId, .. rules.Select(r => r.Column.Name)] };
        var rows = 0L;
        await using var answer = await store.QueryAsync(query, Limit, ct);
        await foreach (var batch in answer.ReadAsync(ct))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                rows++;
                var cells = batch.Row(row);
                for (var i = 0; i < rules.Length; i++)
                {
                    if (rules[i].Check(cells[i + 1]) is not var (rule, text))
                    {
                        continue;
                    }

                    errors[i]++;
                    if (messages.Count < MostMessages)
                    {
                        messages.Add(new JsonObject
                        {
                            ["row_id"] = cells[0].Whole,
                            ["column"] = rules[i].Column.Name,
                            ["value"] = CellText.Of(cells[i + 1], milliseconds: false) is { } value ? value[..Math.Min(value.Length, ShownCharacters)] : null,
                            ["rule"] = rule,
                            ["message_id"] = text.Indonesian,
                            ["message_en"] = text.English,
                        });
                    }
                }
            }
        }

        return rows;
    }
}
