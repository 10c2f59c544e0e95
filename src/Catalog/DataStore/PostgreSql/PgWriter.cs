using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.PostgreSql;

/// <summary>Writes rows inside a transaction.</summary>
internal sealed class PgWriter(PgSession session)
{
    private const int CellsInStatement = 2000;
    private const int StatementsInTrip = 500;

    /// <summary>Appends rows; small numbers by one statement, as PostgreSQL then draws row numbers one by one, larger ones as a copy.</summary>
    public async Task<WriteResult> InsertAsync(DataTable table, IReadOnlyList<string> columns, DataBatch rows, bool returnRows, CancellationToken ct)
    {
        if (rows.Rows == 0)
        {
            return new WriteResult(0, returnRows ? Whole(table) : null, returnRows ? new DataBatch(table.Columns.Count + 1, 0, []) : null);
        }

        var types = Types(table, columns);
        try
        {
            if (!returnRows && rows.Cells.Length > CellsInStatement && columns.Count > 0)
            {
                await CopyAsync(session.Table(table.Id), columns, types, rows, ct);
                await AdvanceAsync(table, columns, ct);
                return new WriteResult(rows.Rows);
            }

            var ids = new List<int>(rows.Rows);
            var step = Math.Max(1, CellsInStatement / Math.Max(1, columns.Count));
            for (var from = 0; from < rows.Rows; from += step)
            {
                await InsertSomeAsync(table, columns, types, rows, from, Math.Min(step, rows.Rows - from), ids, ct);
            }

            await AdvanceAsync(table, columns, ct);
            return returnRows ? await ReturnedAsync(table, ids, ct) : new WriteResult(rows.Rows);
        }
        catch (PostgresException error)
        {
            throw PgErrors.OfWrite(error, rows.Rows - 1);
        }
    }

    /// <summary>Fills a table whose columns are those of the batch, in their order.</summary>
    public async Task CopyAsync(string table, IReadOnlyList<string> columns, IReadOnlyList<string> types, DataBatch rows, CancellationToken ct)
    {
        await using var output = await session.Connection.BeginTextImportAsync($"COPY {table} ({string.Join(", ", columns.Select(PgText.Name))}) FROM STDIN", ct);
        var line = new StringBuilder();
        for (var row = 0; row < rows.Rows; row++)
        {
            AppendLine(line, rows.Row(row), types);
            if (line.Length > 1 << 16)
            {
                await output.WriteAsync(line, ct);
                line.Clear();
            }
        }

        await output.WriteAsync(line, ct);
    }

    /// <summary>One line of a copy in text form.</summary>
    public static void AppendLine(StringBuilder line, ReadOnlySpan<DataValue> row, IReadOnlyList<string> types)
    {
        for (var i = 0; i < row.Length; i++)
        {
            line.Append(i > 0 ? "\t" : "");
            if (PgText.Write(row[i], types[i]) is not { } text)
            {
                line.Append("\\N");
                continue;
            }

            if (text.AsSpan().IndexOfAny("\\\t\n\r") < 0)
            {
                line.Append(text);
                continue;
            }

            foreach (var sign in text)
            {
                _ = sign switch
                {
                    '\\' => line.Append("\\\\"),
                    '\t' => line.Append("\\t"),
                    '\n' => line.Append("\\n"),
                    '\r' => line.Append("\\r"),
                    _ => line.Append(sign),
                };
            }
        }

        line.Append('\n');
    }

    /// <summary>Changes rows by their key, one statement a row, many in one trip.</summary>
    public async Task<WriteResult> ChangeAsync(DataTable table, TableWrite write, CancellationToken ct)
    {
        var types = Types(table, write.Columns);
        var ids = new List<int>();
        for (var from = 0; from < write.Rows.Rows; from += StatementsInTrip)
        {
            await using var batch = new NpgsqlBatch(session.Connection, session.Transaction);
            var count = Math.Min(StatementsInTrip, write.Rows.Rows - from);
            for (var row = from; row < from + count; row++)
            {
                batch.BatchCommands.Add(Statement(table, write, types, row));
            }

            await RunAsync(batch, write, from, ids, ct);
        }

        await AdvanceAsync(table, write.Columns, ct);
        return write.ReturnRows ? await ReturnedAsync(table, ids, ct) : new WriteResult(write.Rows.Rows);
    }

    public static IReadOnlyList<DataColumn> Whole(DataTable table) => [new DataColumn(DataNames.RowId, "int"), .. table.Columns];

    /// <summary>Select list of whole rows in text form.</summary>
    public static string AsTexts(IEnumerable<DataColumn> columns) => string.Join(", ", columns.Select(c => $"{PgText.Name(c.Name)}::text"));

    private static async Task RunAsync(NpgsqlBatch batch, TableWrite write, int from, List<int> ids, CancellationToken ct)
    {
        var row = from;
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(ct);
            do
            {
                if (await reader.ReadAsync(ct))
                {
                    ids.Add(reader.GetInt32(0));
                }
                else if (write.Method == WriteMethod.Update)
                {
                    throw new DataStoreException(DataStoreError.KeyNotFound, "No row has this key") { Row = row };
                }

                row++;
            }
            while (await reader.NextResultAsync(ct));
        }
        catch (PostgresException error)
        {
            throw PgErrors.OfWrite(error, row);
        }
    }

    private NpgsqlBatchCommand Statement(DataTable table, TableWrite write, string[] types, int row)
    {
        var command = new NpgsqlBatchCommand();
        var values = new PgFilter(table, command.Parameters);
        var given = Enumerable.Range(0, write.Columns.Count).Where(i => write.Rows.Row(row)[i].Kind != DataKind.Missing).ToList();
        var changed = given.Where(i => !write.Key.Contains(write.Columns[i])).Select(i => PgText.Name(write.Columns[i])).ToList();
        if (write.Method == WriteMethod.Update)
        {
            var set = given.Where(i => !write.Key.Contains(write.Columns[i])).Select(i => $"{PgText.Name(write.Columns[i])} = {Cell(i)}").ToList();
            var where = given.Where(i => write.Key.Contains(write.Columns[i])).Select(i => $"{PgText.Name(write.Columns[i])} = {Cell(i)}").ToList();
            command.CommandText = set.Count > 0
                ? $"UPDATE {session.Table(table.Id)} SET {string.Join(", ", set)} WHERE {string.Join(" AND ", where)} RETURNING {DataNames.RowId}"
                : $"SELECT {DataNames.RowId} FROM {session.Table(table.Id)} WHERE {string.Join(" AND ", where)}";
            return command;
        }

        var key = write.Key.Select(PgText.Name).ToList();
        var update = changed.Count > 0 ? changed : key;
        command.CommandText =
            $"INSERT INTO {session.Table(table.Id)} ({string.Join(", ", given.Select(i => PgText.Name(write.Columns[i])))}) VALUES ({string.Join(", ", given.Select(Cell))}) "
            + $"ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {string.Join(", ", update.Select(name => $"{name} = excluded.{name}"))} RETURNING {DataNames.RowId}";
        return command;

        string Cell(int i) => values.Value(write.Rows.Row(row)[i], types[i]);
    }

    private async Task InsertSomeAsync(
        DataTable table, IReadOnlyList<string> columns, string[] types, DataBatch rows, int from, int count, List<int> ids, CancellationToken ct)
    {
        await using var command = session.Command("");
        var sql = new StringBuilder($"INSERT INTO {session.Table(table.Id)} ");
        if (columns.Count == 0)
        {
            sql.Append(CultureInfo.InvariantCulture, $"({DataNames.RowId}) SELECT nextval(pg_get_serial_sequence({PgText.Literal(session.Table(table.Id))}, '{DataNames.RowId}'))::int FROM generate_series(1, {count})");
        }
        else
        {
            sql.Append('(').AppendJoin(", ", columns.Select(PgText.Name)).Append(") VALUES ");
            var values = new PgFilter(table, command.Parameters);
            for (var row = from; row < from + count; row++)
            {
                sql.Append(row > from ? ", (" : "(");
                for (var i = 0; i < columns.Count; i++)
                {
                    sql.Append(i > 0 ? ", " : "").Append(rows.Row(row)[i].IsNull && columns[i] == DataNames.RowId ? "DEFAULT" : values.Value(rows.Row(row)[i], types[i]));
                }

                sql.Append(')');
            }
        }

        command.CommandText = sql.Append($" RETURNING {DataNames.RowId}").ToString();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetInt32(0));
        }
    }

    // Who gives row numbers of his own must not have them drawn again
    private async Task AdvanceAsync(DataTable table, IReadOnlyList<string> columns, CancellationToken ct)
    {
        if (columns.Contains(DataNames.RowId))
        {
            var name = PgText.Literal(session.Table(table.Id));
            await session.ExecuteAsync(
                $"""
                SELECT setval(s.name::regclass, m.top) FROM (SELECT pg_get_serial_sequence({name}, '{DataNames.RowId}') AS name) s,
                    (SELECT max({DataNames.RowId})::bigint AS top FROM {session.Table(table.Id)}) m
                WHERE m.top > (SELECT coalesce(pg_sequence_last_value(s.name::regclass), 0))
                """,
                ct);
        }
    }

    private async Task<WriteResult> ReturnedAsync(DataTable table, List<int> ids, CancellationToken ct)
    {
        var columns = Whole(table);
        await using var command = new NpgsqlCommand(
            $"SELECT {AsTexts(columns)} FROM unnest($1) WITH ORDINALITY AS wanted(id, place) JOIN {session.Table(table.Id)} ON {DataNames.RowId} = id ORDER BY place", session.Connection, session.Transaction);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. ids], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        return new WriteResult(ids.Count, columns, await ReadAsync(command, columns, ct));
    }

    /// <summary>All rows of a small answer in text form.</summary>
    public static async Task<DataBatch> ReadAsync(NpgsqlCommand command, IReadOnlyList<DataColumn> columns, CancellationToken ct)
    {
        var cells = new List<DataValue>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                cells.Add(PgText.Read(reader.IsDBNull(i) ? null : reader.GetString(i), columns[i].Type));
            }
        }

        return new DataBatch(columns.Count, cells.Count / columns.Count, [.. cells]);
    }

    private static string[] Types(DataTable table, IReadOnlyList<string> columns) => [.. columns.Select(name => table.Find(name)!.Type)];
}
