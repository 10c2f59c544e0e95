using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Npgsql;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Persistence;
using IsolationLevel = System.Data.IsolationLevel;

namespace Purbalingga.Catalog.DataStore.PostgreSql;

/// <summary>
/// Tables in a schema of a PostgreSQL database, one for each resource, beside a schema that describes them; a table and its description change in one transaction.
/// </summary>
internal sealed partial class PostgreSqlDataStore : IDataStore, IDataFunctions, IAsyncDisposable
{
    private readonly DataStoreOptions _options;
    private readonly NpgsqlDataSource _source;
    private FrozenDictionary<string, string> _types = FrozenDictionary<string, string>.Empty;
    private PgCallerSql? _callerSql;

    /// <exception cref="InvalidOperationException">No connection string, here or of the records.</exception>
    public PostgreSqlDataStore(IOptions<DataStoreOptions> options, IOptions<DatabaseOptions> records)
    {
        _options = options.Value;
        var text = _options.ConnectionString.Length > 0 ? _options.ConnectionString
            : records.Value is { Engine: DatabaseEngine.PostgreSql } own ? own.ConnectionString
            : throw new InvalidOperationException("DataStore:ConnectionString is empty; the PostgreSQL engine needs one");
        var connection = new NpgsqlConnectionStringBuilder(text)
        {
            CommandTimeout = 0, // the server's own limit is set with each statement
            Timezone = "UTC",
            Options = "-c datestyle=ISO,MDY -c intervalstyle=postgres -c standard_conforming_strings=on -c bytea_output=hex",
        };
        _source = NpgsqlDataSource.Create(connection);
    }

    public string Engine => "postgresql";

    private string Meta => _options.Schema + "_meta";

    public async Task StartAsync(CancellationToken ct)
    {
        await using (var session = await BeginAsync(ct))
        {
            await session.ExecuteAsync("SELECT pg_advisory_xact_lock(7091)", ct); // several nodes may start at once
            string[] steps =
            [
                $"CREATE SCHEMA IF NOT EXISTS {_options.Schema}",
                $"CREATE SCHEMA IF NOT EXISTS {Meta}",
                $"CREATE SEQUENCE IF NOT EXISTS {Meta}.number",
                $"CREATE TABLE IF NOT EXISTS {Meta}.entry (id text PRIMARY KEY, number bigint NOT NULL DEFAULT nextval('{Meta}.number'), definition json NOT NULL)",
                $"CREATE TABLE IF NOT EXISTS {Meta}.alias (name text PRIMARY KEY, number bigint NOT NULL DEFAULT nextval('{Meta}.number'), table_id text NOT NULL REFERENCES {Meta}.entry)",
                $"CREATE INDEX IF NOT EXISTS alias_table ON {Meta}.alias (table_id)",

                // Texts of dates depend on settings, so a stored column may not make them itself; ours never change
                $"CREATE OR REPLACE FUNCTION {Meta}.as_text(anyelement) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET datestyle = 'ISO, MDY' SET timezone = 'UTC' AS 'SELECT $1::text'",
            ];
            foreach (var step in steps)
            {
                await session.ExecuteAsync(step, ct);
            }

            await session.Transaction.CommitAsync(ct);
        }

        _callerSql = new PgCallerSql(_source, _options, await PrepareReaderAsync(ct));
        await ReadTypesAsync(ct);
    }

    public async ValueTask<DataTable?> FindAsync(string idOrAlias, CancellationToken ct)
    {
        if (idOrAlias.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        await using var session = await BeginAsync(ct);
        return await session.FindAsync(idOrAlias, ct);
    }

    public async ValueTask<IReadOnlyList<DataTableName>> ListAsync(CancellationToken ct)
    {
        await using var session = await BeginAsync(ct);
        await using var command = session.Command($"SELECT id, NULL, number FROM {Meta}.entry UNION ALL SELECT name, table_id, number FROM {Meta}.alias ORDER BY 3");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new List<DataTableName>();
        while (await reader.ReadAsync(ct))
        {
            names.Add(new DataTableName(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt64(2)));
        }

        return names;
    }

    public ValueTask<string?> FindTypeAsync(string declared, CancellationToken ct) =>
        new(ColumnTypes.Find(declared) ?? _types.GetValueOrDefault(declared.Trim().ToLowerInvariant()));

    public async Task<WriteResult> ChangeAsync(TableChange change, CancellationToken ct)
    {
        await using var session = await BeginWriteAsync(change.TableId, ct);
        try
        {
            var table = await new PgShape(session).ApplyAsync(change, ct);
            var result = change.Rows is null
                ? new WriteResult(0, change.ReturnRows ? PgWriter.Whole(table) : null)
                : await new PgWriter(session).InsertAsync(table, change.RowColumns, change.Rows, change.ReturnRows, ct);
            await session.Transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (PostgresException error)
        {
            throw PgErrors.OfWrite(error, null);
        }
    }

    public async Task<WriteResult> WriteAsync(TableWrite write, CancellationToken ct)
    {
        await using var session = await BeginWriteAsync(write.TableId, ct);
        try
        {
            var table = await session.RequireAsync(write.TableId, ct);
            var writer = new PgWriter(session);
            var result = write.Method == WriteMethod.Insert
                ? await writer.InsertAsync(table, write.Columns, write.Rows, write.ReturnRows, ct)
                : await writer.ChangeAsync(table, write, ct);
            if (!write.DryRun)
            {
                await session.Transaction.CommitAsync(CancellationToken.None);
            }

            return result;
        }
        catch (PostgresException error)
        {
            throw PgErrors.OfWrite(error, null);
        }
    }

    public async Task<WriteResult> DeleteAsync(string tableId, DataFilter? filter, int returned, CancellationToken ct)
    {
        await using var session = await BeginWriteAsync(tableId, ct);
        try
        {
            var table = await session.RequireAsync(tableId, ct);
            var columns = PgWriter.Whole(table);
            DataBatch? rows = null;
            if (returned > 0)
            {
                await using var select = session.Command("");
                select.CommandText = $"SELECT {PgWriter.AsTexts(columns)} FROM {session.Table(tableId)}{new PgFilter(table, select.Parameters).Where(filter, [])} ORDER BY {DataNames.RowId} LIMIT {returned}";
                rows = await PgWriter.ReadAsync(select, columns, ct);
            }

            await using var command = session.Command("");
            command.CommandText = $"DELETE FROM {session.Table(tableId)}{new PgFilter(table, command.Parameters).Where(filter, [])}";
            var count = await command.ExecuteNonQueryAsync(ct);
            await session.Transaction.CommitAsync(CancellationToken.None);
            return new WriteResult(count, rows is null ? null : columns, rows);
        }
        catch (PostgresException error)
        {
            throw PgErrors.OfQuery(error);
        }
    }

    public async Task<bool> DropAsync(string tableId, CancellationToken ct)
    {
        await using var session = await BeginWriteAsync(tableId, ct);
        var dropped = await new PgShape(session).DropAsync(tableId, ct);
        await session.Transaction.CommitAsync(CancellationToken.None);
        return dropped;
    }

    public async Task ClearAsync(CancellationToken ct)
    {
        foreach (var table in (await ListAsync(ct)).Where(t => t.AliasOf is null))
        {
            await DropAsync(table.Name, ct);
        }
    }

    public async Task<WriteResult> LoadAsync(TableLoad load, IAsyncEnumerable<DataBatch> rows, IProgress<long>? progress, CancellationToken ct)
    {
        await using var session = await BeginAsync(ct);
        var aside = "~" + Guid.NewGuid().ToString("N");
        var shape = new PgShape(session);
        var count = 0L;
        try
        {
            await shape.MakeAsideAsync(aside, load.Columns, ct);
            string[] types = [.. load.Columns.Select(c => c.Type)];
            if (load.Columns.Count > 0)
            {
                count = await FillAsync(session, aside, load, types, rows, progress, ct);
            }

            await session.LockAsync(load.TableId, ct);
            await shape.SwapAsync(load, aside, ct);
            await session.Transaction.CommitAsync(CancellationToken.None);
            return new WriteResult(count);
        }
        catch (PostgresException error)
        {
            throw PgErrors.OfWrite(error, CopyRow(error));
        }
        catch (DataStoreException error) when (error.Error == DataStoreError.KeyClash)
        {
            throw new DataStoreException(DataStoreError.DuplicateKey, error.Message, error) { Row = (int)Math.Min(count, int.MaxValue) - 1 };
        }
    }

    public async ValueTask<DataRows> QueryAsync(DataQuery query, TimeSpan limit, CancellationToken ct)
    {
        var connection = await _source.OpenConnectionAsync(ct);
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var session = new PgSession(connection, transaction, _options.Schema);
        try
        {
            await LimitAsync(session, limit, ct);
            return await new PgSelect(session, await session.RequireAsync(query.TableId, ct), query).RunAsync(ct);
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

    public async Task<TableInfo> InspectAsync(string tableId, CancellationToken ct)
    {
        await using var session = await BeginAsync(ct);
        var table = await session.RequireAsync(tableId, ct);
        await using var command = session.Command(
            $"SELECT (SELECT count(*) FROM {session.Table(tableId)}), pg_relation_size($1::regclass), pg_indexes_size($1::regclass), pg_database_size(current_database())", session.Table(tableId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var schema = table.Columns.Select(c => new ColumnSchema(
            c.Name, ColumnTypes.Native(c.Type), false, table.Indexes.FirstOrDefault(i => i.Columns[0] == c.Name)?.Name, false));
        return new TableInfo(table, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), [.. schema]);
    }

    public async ValueTask<SqlInspection> InspectSqlAsync(string sql, CancellationToken ct) => await Started().InspectAsync(sql, ct);

    public async ValueTask<DataRows> QuerySqlAsync(SqlInspection inspected, SqlLimits limits, CancellationToken ct) => await Started().RunAsync(inspected, limits, ct);

    public async Task CreateFunctionAsync(
        string name, string definition, string returns, IReadOnlyList<(string Name, string Type, string? Mode)> arguments, bool replace, CancellationToken ct)
    {
        await using var session = await BeginAsync(ct);
        var list = string.Join(", ", arguments.Select(a => $"{(a.Mode is "out" or "inout" ? a.Mode : "in")} {PgText.Name(a.Name)} {PgText.Type(Short(a.Type))}"));
        var sql = $"CREATE {(replace ? "OR REPLACE " : "")}FUNCTION {session.Table(name)}({list}) RETURNS {(returns is "void" or "trigger" ? returns : PgText.Type(Short(returns)))} "
            + $"LANGUAGE plpgsql SET search_path = {PgText.Name(_options.Schema)}, pg_temp AS {PgText.Literal(definition)}";
        try
        {
            await using var batch = new NpgsqlBatch(session.Connection, session.Transaction) { BatchCommands = { new NpgsqlBatchCommand(sql) } };
            await batch.ExecuteNonQueryAsync(ct);
            await session.Transaction.CommitAsync(CancellationToken.None);
        }
        catch (PostgresException error)
        {
            throw new DataStoreException(error.SqlState == PostgresErrorCodes.DuplicateFunction ? DataStoreError.NameTaken : DataStoreError.Query, error.MessageText, error);
        }
    }

    public async Task<bool> DeleteFunctionAsync(string name, CancellationToken ct)
    {
        await using var session = await BeginAsync(ct);
        await using (var command = session.Command("SELECT 1 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = $1 AND p.proname = $2", _options.Schema, name))
        {
            if (await command.ExecuteScalarAsync(ct) is null)
            {
                return false;
            }
        }

        try
        {
            await session.ExecuteAsync($"DROP FUNCTION {session.Table(name)}", ct);
            await session.Transaction.CommitAsync(CancellationToken.None);
            return true;
        }
        catch (PostgresException error)
        {
            throw new DataStoreException(DataStoreError.Query, error.MessageText, error);
        }
    }

    public async Task<long> RunTriggersAsync(string tableId, CancellationToken ct)
    {
        await using var session = await BeginWriteAsync(tableId, ct);
        var table = await session.RequireAsync(tableId, ct);
        try
        {
            var column = table.Columns.Count > 0 ? PgText.Name(table.Columns[0].Name) : DataNames.RowId;
            var count = await session.ExecuteAsync($"UPDATE {session.Table(tableId)} SET {column} = {column}", ct);
            await session.Transaction.CommitAsync(CancellationToken.None);
            return count;
        }
        catch (PostgresException error)
        {
            throw PgErrors.OfWrite(error, null);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task<long> FillAsync(
        PgSession session, string aside, TableLoad load, string[] types, IAsyncEnumerable<DataBatch> rows, IProgress<long>? progress, CancellationToken ct)
    {
        var count = 0L;
        await using var output = await session.Connection.BeginTextImportAsync(
            $"COPY {session.Table(aside)} ({string.Join(", ", load.Columns.Select(c => PgText.Name(c.Name)))}) FROM STDIN", ct);
        var lines = new StringBuilder();
        await foreach (var batch in rows.WithCancellation(ct))
        {
            for (var row = 0; row < batch.Rows; row++)
            {
                PgWriter.AppendLine(lines, batch.Row(row), types);
                if (lines.Length > 1 << 16)
                {
                    await output.WriteAsync(lines, ct);
                    lines.Clear();
                }
            }

            count += batch.Rows;
            progress?.Report(count);
        }

        await output.WriteAsync(lines, ct);
        return count;
    }

    private async Task<bool> PrepareReaderAsync(CancellationToken ct)
    {
        var role = PgText.Name(_options.ReaderRole);
        try
        {
            await using (var session = await BeginAsync(ct))
            {
                await session.ExecuteAsync("SELECT pg_advisory_xact_lock(7091)", ct);
                await using (var known = session.Command("SELECT 1 FROM pg_roles WHERE rolname = $1", _options.ReaderRole))
                {
                    if (await known.ExecuteScalarAsync(ct) is null)
                    {
                        await session.ExecuteAsync($"CREATE ROLE {role} NOLOGIN NOINHERIT", ct);
                    }
                }

                await session.Transaction.CommitAsync(ct);
            }
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            // A database whose owner may make no roles: then the checked tree and the read-only transaction guard alone
            return false;
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation)
        {
            // Another database of the same server made it at the same moment; it is there now, which is all that is asked
        }

        return await GrantAsync(role, ct);
    }

    private async Task<bool> GrantAsync(string role, CancellationToken ct)
    {
        await using var session = await BeginAsync(ct);
        try
        {
            string[] steps =
            [
                $"GRANT USAGE ON SCHEMA {_options.Schema} TO {role}",
                $"GRANT SELECT ON ALL TABLES IN SCHEMA {_options.Schema} TO {role}",
                $"ALTER DEFAULT PRIVILEGES IN SCHEMA {_options.Schema} GRANT SELECT ON TABLES TO {role}",
                $"SET LOCAL ROLE {role}",
                "RESET ROLE",
            ];
            foreach (var step in steps)
            {
                await session.ExecuteAsync(step, ct);
            }

            await session.Transaction.CommitAsync(ct);
            return true;
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    private async Task ReadTypesAsync(CancellationToken ct)
    {
        await using var session = await BeginAsync(ct);
        await using var command = session.Command(
            "SELECT typname::text, format_type(oid, NULL) FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r') AND typcategory NOT IN ('Z', 'P')");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
        {
            types[reader.GetString(1)] = reader.GetString(0);
            types[reader.GetString(0)] = reader.GetString(0);
        }

        foreach (var refused in types.Where(t => SystemType().IsMatch(t.Value)).Select(t => t.Key).ToList())
        {
            types.Remove(refused);
        }

        _types = types.ToFrozenDictionary();
    }

    // The server tells the line of the copy
    private static int? CopyRow(PostgresException error) =>
        error.Where is { } where && CopyLine().Match(where) is { Success: true } line && int.TryParse(line.Groups[1].Value, CultureInfo.InvariantCulture, out var number) ? number - 1 : null;

    private string Short(string declared) => ColumnTypes.Find(declared) ?? _types.GetValueOrDefault(declared.Trim().ToLowerInvariant()) ?? throw new DataStoreException(DataStoreError.Query, $"type \"{declared}\" does not exist");

    private PgCallerSql Started() => _callerSql ?? throw new InvalidOperationException("The store has not started");

    private async Task<PgSession> BeginAsync(CancellationToken ct)
    {
        var connection = await _source.OpenConnectionAsync(ct);
        return new PgSession(connection, await connection.BeginTransactionAsync(ct), _options.Schema);
    }

    private async Task<PgSession> BeginWriteAsync(string tableId, CancellationToken ct)
    {
        var session = await BeginAsync(ct);
        try
        {
            await LimitAsync(session, TimeSpan.FromSeconds(_options.MaxSeconds), ct);
            await session.LockAsync(tableId, ct);
            return session;
        }
        catch (PostgresException error)
        {
            await session.DisposeAsync();
            throw PgErrors.OfWrite(error, null);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private static Task<int> LimitAsync(PgSession session, TimeSpan limit, CancellationToken ct) =>
        session.ExecuteAsync($"SET LOCAL statement_timeout = {(int)limit.TotalMilliseconds}", ct);

    [GeneratedRegex(@"^COPY .*, line (\d+)", RegexOptions.Singleline)]
    private static partial Regex CopyLine();

    // Their values are looked up in system tables, or are of the server's inside
    [GeneratedRegex("^_?(reg.*|pg_.*|oid.*|int2vector|.*xid.*|cid|tid|name|refcursor|aclitem|txid_snapshot|xml|gtsvector)$")]
    private static partial Regex SystemType();
}
