using System.Collections.Frozen;
using System.Text.Json;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>
/// Understands a caller's SQL by DuckDB's own parse tree and lets through only what is on lists: kinds of nodes, functions, and tables of the store. What it does not
/// know it refuses. Functions that make texts longer than what they are given are not on the list, since DuckDB's memory limit does not count them.
/// </summary>
internal sealed class CallerSql
{
    private static readonly FrozenSet<string> Classes = new[]
    {
        "COLUMN_REF", "CONSTANT", "FUNCTION", "COMPARISON", "CONJUNCTION", "OPERATOR", "CASE", "CAST", "SUBQUERY", "WINDOW", "STAR", "BETWEEN", "COLLATE",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Sources = new[] { "BASE_TABLE", "JOIN", "SUBQUERY", "EMPTY", "EXPRESSION_LIST", "TABLE_FUNCTION" }.ToFrozenSet();

    private static readonly FrozenSet<string> TableFunctions = new[] { "generate_series", "unnest" }.ToFrozenSet();

    private static readonly FrozenSet<string> Functions = (
        "+ - * / // % ^ ** || & | << >> ~ ! @ ~~ !~~ ~~* !~~* ~~~ " +
        "like_escape ilike_escape not_like_escape not_ilike_escape " +
        "abs acos asin atan atan2 cbrt ceil ceiling cos cot degrees exp floor ln log log10 log2 mod pi pow power radians round sign sin sqrt tan trunc greatest least " +
        "ascii chr char_length character_length length bit_length octet_length strlen lower upper initcap left right ltrim rtrim trim substr substring position strpos instr reverse " +
        "replace translate split_part starts_with ends_with prefix suffix contains concat concat_ws md5 regexp_matches regexp_full_match regexp_extract regexp_replace to_hex " +
        "coalesce nullif ifnull if " +
        "date_part datepart date_trunc datetrunc date_diff datediff date_add date_sub age now today current_date current_timestamp get_current_timestamp localtimestamp make_date " +
        "make_time make_timestamp strftime strptime to_timestamp to_date year month day hour minute second quarter week dayofweek isodow dayofyear epoch monthname dayname last_day " +
        "to_years to_months to_days to_hours to_minutes to_seconds to_weeks justify_days justify_hours justify_interval " +
        "count count_star sum avg mean min max median mode stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp regr_slope regr_intercept regr_r2 regr_count " +
        "bool_and bool_or bit_and bit_or bit_xor quantile quantile_cont quantile_disc percentile_cont percentile_disc approx_count_distinct first last any_value arg_max arg_min " +
        "string_agg group_concat listagg array_agg list " +
        "row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value " +
        "row list_value array_length len list_contains array_contains unnest json_extract json_extract_string json_array_length -> ->>")
        .Split(' ').ToFrozenSet();

    private readonly Func<string, string?> _find;
    private readonly HashSet<string> _common = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _tables = new(StringComparer.Ordinal);

    private CallerSql(Func<string, string?> find) => _find = find;

    /// <summary>Tables that the SQL names, id by the name that stands there, and the parse tree.</summary>
    /// <param name="find">Id of a table by its id or alias; null for none.</param>
    public static (IReadOnlyDictionary<string, string> Tables, JsonElement Tree) Inspect(DuckConnection connection, string sql, Func<string, string?> find, CancellationToken ct)
    {
        try
        {
            if (connection.CountStatements(sql) != 1)
            {
                throw new DataStoreException(DataStoreError.SqlNotSingle, "Query is not a single statement.");
            }

            using var statement = connection.Prepare("SELECT json_serialize_sql(CAST(? AS VARCHAR))");
            statement.Bind(1, sql);
            using var result = statement.Query(ct);
            using var chunk = result.Next()!;
            using var tree = JsonDocument.Parse(chunk[0].Text(0), new JsonDocumentOptions { MaxDepth = 500 });
            return (new CallerSql(find).Read(tree.RootElement, sql), tree.RootElement.Clone());
        }
        catch (DuckException error) when (error.Type is DuckErrorType.Parser or DuckErrorType.InvalidInput)
        {
            throw new DataStoreException(DataStoreError.SqlSyntax, error.Message.Split('\n')[0].Replace("Parser Error: ", "", StringComparison.Ordinal), error);
        }
        catch (DuckException error) when (error.Type is DuckErrorType.Permission or DuckErrorType.InputOutput)
        {
            // IMPORT DATABASE looks for its files already while it is parsed
            throw new DataStoreException(DataStoreError.SqlStatement, "Only SELECT is allowed", error);
        }
        catch (JsonException error)
        {
            throw new DataStoreException(DataStoreError.Query, "The statement is nested too deeply", error);
        }
    }

    private Dictionary<string, string> Read(JsonElement root, string sql)
    {
        if (root.GetProperty("error").GetBoolean())
        {
            var word = sql.AsSpan().TrimStart().ToString().Split((char[]?)null, 2)[0].Trim(';').ToLowerInvariant();
            throw new DataStoreException(DataStoreError.SqlStatement, $"Only SELECT is allowed, not {word}")
            {
                Subject = word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..] + "Stmt",
            };
        }

        FindCommon(root);
        Walk(root.GetProperty("statements"));
        return _tables;
    }

    // A name that is given by WITH anywhere counts as such everywhere; a table of that name is then not opened, so it cannot be read unseen
    private void FindCommon(JsonElement node)
    {
        foreach (var child in Children(node))
        {
            FindCommon(child);
        }

        if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty("cte_map", out var map) && map.TryGetProperty("map", out var entries))
        {
            foreach (var entry in entries.EnumerateArray())
            {
                _common.Add(entry.GetProperty("key").GetString()!);
            }
        }
    }

    private void Walk(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Object)
        {
            Check(node);
        }

        // Rows are made by some functions that may not stand where a value does
        if (node.ValueKind == JsonValueKind.Object && Text(node, "type") == "TABLE_FUNCTION" && node.TryGetProperty("function", out var call))
        {
            CheckFunction(call, Text(call, "function_name").ToLowerInvariant(), TableFunctions);
            Walk(call.GetProperty("children"));
            return;
        }

        foreach (var child in Children(node))
        {
            Walk(child);
        }
    }

    private void Check(JsonElement node)
    {
        var type = Text(node, "type");
        if (node.TryGetProperty("class", out var kind) && kind.ValueKind == JsonValueKind.String && !Classes.Contains(kind.GetString()!))
        {
            throw new DataStoreException(DataStoreError.Query, $"Not allowed in a query: {kind.GetString()!.ToLowerInvariant()}");
        }

        if (node.TryGetProperty("sample", out _) && node.TryGetProperty("alias", out _) && !Sources.Contains(type))
        {
            throw new DataStoreException(DataStoreError.SqlSystemTable, $"Not allowed in a query: {type.ToLowerInvariant()}");
        }

        if (type == "BASE_TABLE")
        {
            CheckTable(node);
        }

        if (node.TryGetProperty("function_name", out var name) && name.ValueKind == JsonValueKind.String)
        {
            CheckFunction(node, name.GetString()!.ToLowerInvariant(), Functions);
        }
    }

    private void CheckTable(JsonElement node)
    {
        var name = Text(node, "table_name");
        var schema = Text(node, "schema_name");
        if (Text(node, "catalog_name").Length > 0 || schema.Length > 0 || name.StartsWith("pg_", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("duckdb_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase))
        {
            throw new DataStoreException(DataStoreError.SqlSystemTable, $"permission denied for {(schema.Length > 0 ? $"schema {schema}" : $"table {name}")}") { Subject = name };
        }

        if (_common.Contains(name))
        {
            return;
        }

        _tables[name] = _find(name) ?? throw new DataStoreException(DataStoreError.SqlTable, $"relation \"{name}\" does not exist") { Subject = name };
    }

    private static void CheckFunction(JsonElement node, string name, FrozenSet<string> allowed)
    {
        // DuckDB's parser itself names the schema of what it makes out of EXTRACT and the like
        if (Text(node, "schema") is not ("" or "main" or "pg_catalog") || Text(node, "catalog") is not ("" or "system") || !allowed.Contains(name))
        {
            throw new DataStoreException(DataStoreError.SqlFunction, $"function {name} does not exist or is not allowed") { Subject = name };
        }
    }

    private static string Text(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static IEnumerable<JsonElement> Children(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().Select(p => p.Value),
        JsonValueKind.Array => node.EnumerateArray(),
        _ => [],
    };
}
