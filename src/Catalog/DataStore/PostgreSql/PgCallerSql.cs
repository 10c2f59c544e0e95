using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using Purbalingga.Catalog.DataStore.Contract;
using CommandBehavior = System.Data.CommandBehavior;
using IsolationLevel = System.Data.IsolationLevel;

namespace Purbalingga.Catalog.DataStore.PostgreSql;

/// <summary>
/// Understands and runs callers' SQL. The server parses it twice without running it: alone, which the protocol allows for one statement only, and as a view that is
/// never committed, whose stored tree then names every relation, function and type by its number after all names were resolved.
/// </summary>
internal sealed partial class PgCallerSql(NpgsqlDataSource source, DataStoreOptions options, bool hasReader)
{
    private const string View = "caller_sql_inspected";
    private const string Before = "SELECT 1 FROM (\n";
    private const string After = "\n) AS caller_sql";
    private const int MaxLength = 100_000;

    // Types whose texts look up system tables, or that read markup
    private static readonly FrozenSet<int> RefusedTypes = FrozenSet.ToFrozenSet([24, 2202, 2203, 2204, 2205, 2206, 4089, 4096, 4191, 3769, 142, 143, 1790, 2970, 5038, 3220, 1034, 1033, 26, 194]);

    public async Task<SqlInspection> InspectAsync(string sql, CancellationToken ct)
    {
        var text = Clean(sql);
        await using var session = await BeginAsync(IsolationLevel.ReadCommitted, ct);
        await EnterAsync(session, TimeSpan.FromSeconds(options.MaxSeconds), ct);
        await ParseAsync(session, text, ct);
        await MakeViewAsync(session, text, ct);
        var tree = await TreeAsync(session, ct);
        RequireFunctions(await NamesOfAsync(session, Calls(tree), ct));
        RequireTypes(tree);
        return new SqlInspection(sql, await TablesAsync(session, tree, ct));
    }

    public async Task<DataRows> RunAsync(SqlInspection inspected, SqlLimits limits, CancellationToken ct)
    {
        var text = Clean(inspected.Sql);
        var session = await BeginAsync(IsolationLevel.RepeatableRead, ct);
        try
        {
            await session.ExecuteAsync("SET TRANSACTION READ ONLY", ct);
            await EnterAsync(session, limits.Time, ct);
            var command = new NpgsqlCommand($"SELECT * FROM (\n{text}{After} LIMIT $1", session.Connection, session.Transaction) { AllResultTypesAreUnknown = true };
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = limits.Rows + 1L });
            var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
            var columns = new DataColumn[reader.FieldCount];
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i] = new DataColumn(reader.GetName(i), ShortName(reader.GetPostgresType(i)));
            }

            return new PgRows(session.Connection, session.Transaction, command.Cancel, reader, columns, null, bounded: true);
        }
        catch (PostgresException error)
        {
            await session.DisposeAsync();
            throw PgErrors.OfQuery(error);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private static string ShortName(Npgsql.PostgresTypes.PostgresType type) => type is Npgsql.PostgresTypes.PostgresArrayType array
        ? "_" + array.Element.InternalName : type.InternalName;

    private static string Clean(string sql)
    {
        var text = sql.Trim();
        text = text.EndsWith(';') ? text[..^1].TrimEnd() : text;
        if (text.Length == 0)
        {
            throw new DataStoreException(DataStoreError.SqlNotSingle, "Query is not a single statement");
        }

        return text.Length <= MaxLength && !text.Contains('\0', StringComparison.Ordinal)
            ? text : throw new DataStoreException(DataStoreError.TooLarge, $"The query is longer than {MaxLength} characters");
    }

    private async Task<PgSession> BeginAsync(IsolationLevel isolation, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        return new PgSession(connection, await connection.BeginTransactionAsync(isolation, ct), options.Schema);
    }

    private async Task EnterAsync(PgSession session, TimeSpan time, CancellationToken ct)
    {
        await session.ExecuteAsync(
            "SELECT set_config('search_path', $1, true), set_config('statement_timeout', $2, true), set_config('work_mem', $3, true), set_config('max_parallel_workers_per_gather', '0', true)",
            ct, PgText.Name(options.Schema), ((int)time.TotalMilliseconds).ToString(System.Globalization.CultureInfo.InvariantCulture), $"{options.SqlMemoryMegabytes}MB");
        if (hasReader)
        {
            await session.ExecuteAsync($"SET LOCAL ROLE {PgText.Name(options.ReaderRole)}", ct);
        }
    }

    /// <summary>Alone and whole: parsed and described, never run.</summary>
    private static async Task ParseAsync(PgSession session, string text, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(session.Connection, session.Transaction) { BatchCommands = { new NpgsqlBatchCommand(text) } };
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.SchemaOnly, ct);
        }
        catch (PostgresException error)
        {
            throw PgErrors.OfSql(error, 0);
        }
        catch (NotSupportedException error)
        {
            // The driver splits at semicolons and takes one statement
            throw new DataStoreException(DataStoreError.SqlNotSingle, "Query is not a single statement", error);
        }

        var word = FirstWord().Match(Comments().Replace(text, " ")).Value.ToUpperInvariant();
        if (word is not ("SELECT" or "WITH" or "VALUES" or "TABLE" or ""))
        {
            throw new DataStoreException(DataStoreError.SqlStatement, "Only SELECT is allowed") { Subject = word[0] + word[1..].ToLowerInvariant() + "Stmt" };
        }
    }

    private static async Task MakeViewAsync(PgSession session, string text, CancellationToken ct)
    {
        var head = $"CREATE TEMPORARY VIEW {View} AS {Before}";
        await using var batch = new NpgsqlBatch(session.Connection, session.Transaction) { BatchCommands = { new NpgsqlBatchCommand(head + text + After) } };
        try
        {
            await batch.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.SyntaxError)
        {
            // What is a statement by itself and none in brackets gives no rows
            throw new DataStoreException(DataStoreError.SqlStatement, error.MessageText, error) { Subject = "SelectIntoStmt" };
        }
        catch (PostgresException error)
        {
            throw PgErrors.OfSql(error, head.Length);
        }
        catch (NotSupportedException error)
        {
            throw new DataStoreException(DataStoreError.SqlNotSingle, "Query is not a single statement", error);
        }
    }

    private static async Task<string> TreeAsync(PgSession session, CancellationToken ct)
    {
        await using var command = session.Command($"SELECT ev_action::text FROM pg_catalog.pg_rewrite WHERE ev_class = 'pg_temp.{View}'::pg_catalog.regclass");
        return (string)(await command.ExecuteScalarAsync(ct) ?? throw new InvalidOperationException("A view without a rule"));
    }

    /// <summary>Numbers of functions that are called as such; those behind casts and operators are the types' and operators' own.</summary>
    private static HashSet<int> Calls(string tree)
    {
        if (tree.Contains("{XMLEXPR", StringComparison.Ordinal) || tree.Contains("{TABLEFUNC", StringComparison.Ordinal))
        {
            throw new DataStoreException(DataStoreError.SqlFunction, "XML is not allowed") { Subject = "xml" };
        }

        var calls = Function().Matches(tree).Where(m => m.Groups["form"].Value is "0" or "3").Select(m => Number(m.Groups["id"].Value)).ToHashSet();
        calls.UnionWith(Aggregate().Matches(tree).Select(m => Number(m.Groups[1].Value)));
        return calls;
    }

    private static async Task<List<(string Schema, string Name)>> NamesOfAsync(PgSession session, HashSet<int> functions, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT n.nspname::text, p.proname::text FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = ANY($1::int4[]::oid[])", session.Connection, session.Transaction);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. functions], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        var names = new List<(string, string)>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            names.Add((reader.GetString(0), reader.GetString(1)));
        }

        return names.Count == functions.Count ? names : throw new DataStoreException(DataStoreError.SqlFunction, "Unknown function") { Subject = "?" };
    }

    private static void RequireFunctions(List<(string Schema, string Name)> functions)
    {
        if (functions.Where(f => f.Schema != "pg_catalog" || !SqlFunctions.Allowed.Contains(f.Name)).Select(f => f.Name).FirstOrDefault() is { } refused)
        {
            throw new DataStoreException(DataStoreError.SqlFunction, "Function not allowed") { Subject = refused };
        }
    }

    private static void RequireTypes(string tree)
    {
        if (ValueType().Matches(tree).Select(m => Number(m.Groups[1].Value)).Any(RefusedTypes.Contains))
        {
            throw new DataStoreException(DataStoreError.SqlSystemTable, "Type not allowed");
        }
    }

    private async Task<List<string>> TablesAsync(PgSession session, string tree, CancellationToken ct)
    {
        var relations = Relation().Matches(tree).Select(m => Number(m.Groups[1].Value)).Where(id => id != 0).Distinct().ToArray();
        await session.ExecuteAsync("RESET ROLE", ct);
        await using var command = new NpgsqlCommand(
            $"""
            SELECT n.nspname::text, c.relname::text, c.oid = 'pg_temp.{View}'::pg_catalog.regclass, coalesce(t.id, a.table_id)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN {session.Meta}.entry t ON t.id = c.relname LEFT JOIN {session.Meta}.alias a ON a.name = c.relname
            WHERE c.oid = ANY($1::int4[]::oid[])
            """,
            session.Connection,
            session.Transaction);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = relations, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        var tables = new HashSet<string>();
        var seen = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            seen++;
            if (!reader.GetBoolean(2))
            {
                tables.Add(reader.GetString(0) == options.Schema && !reader.IsDBNull(3)
                    ? reader.GetString(3) : throw new DataStoreException(DataStoreError.SqlSystemTable, "Only tables of the store are allowed"));
            }
        }

        return seen == relations.Length ? [.. tables] : throw new DataStoreException(DataStoreError.SqlSystemTable, "Unknown relation");
    }

    // Numbers of 32 bits without sign, sent as those with one
    private static int Number(string digits) => unchecked((int)uint.Parse(digits, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\{FUNCEXPR :funcid (?<id>\d+) :funcresulttype \d+ :funcretset \w+ :funcvariadic \w+ :funcformat (?<form>\d)")]
    private static partial Regex Function();

    [GeneratedRegex(@":(?:aggfnoid|winfnoid) (\d+)")]
    private static partial Regex Aggregate();

    [GeneratedRegex(@":relid (\d+)")]
    private static partial Regex Relation();

    [GeneratedRegex(@":(?:consttype|vartype|funcresulttype|resulttype|opresulttype|casetype|array_typeid|element_typeid|coalescetype|minmaxtype|aggtype|wintype) (\d+)")]
    private static partial Regex ValueType();

    [GeneratedRegex(@"/\*.*?\*/|--[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex FirstWord();
}
