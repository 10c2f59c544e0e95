using Npgsql;
using NpgsqlTypes;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.PostgreSql;

/// <summary>One transaction on the server with the schema's names before it.</summary>
internal sealed class PgSession(NpgsqlConnection connection, NpgsqlTransaction transaction, string schema) : IAsyncDisposable
{
    public NpgsqlConnection Connection => connection;

    public NpgsqlTransaction Transaction => transaction;

    public string Meta { get; } = schema + "_meta";

    public string Table(string name) => PgText.Name(schema) + "." + PgText.Name(name);

    public NpgsqlCommand Command(string sql, params string?[] texts)
    {
        var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var text in texts)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        }

        return command;
    }

    public async Task<int> ExecuteAsync(string sql, CancellationToken ct, params string?[] texts)
    {
        await using var command = Command(sql, texts);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Writers of one table come one after another.</summary>
    public Task LockAsync(string tableId, CancellationToken ct) => ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended($1, 7))", ct, tableId);

    /// <summary>A table by id or alias.</summary>
    public async Task<DataTable?> FindAsync(string idOrAlias, CancellationToken ct)
    {
        await using var command = Command(
            $"""
            SELECT t.id, t.definition::text, t.number, array(SELECT a.name FROM {Meta}.alias a WHERE a.table_id = t.id ORDER BY a.number)
            FROM {Meta}.entry t WHERE t.id = $1 OR t.id = (SELECT table_id FROM {Meta}.alias WHERE name = $1)
            ORDER BY t.id = $1 DESC LIMIT 1
            """,
            idOrAlias);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return null;
        }

        var definition = PgDefinition.Of(reader.GetString(1));
        return new DataTable(reader.GetString(0), definition.Columns, definition.Indexes, reader.GetFieldValue<string[]>(3), reader.GetInt64(2));
    }

    /// <exception cref="DataStoreException"><see cref="DataStoreError.TableNotFound"/></exception>
    public async Task<DataTable> RequireAsync(string tableId, CancellationToken ct) =>
        await FindAsync(tableId, ct) is { } table && table.Id == tableId ? table : throw new DataStoreException(DataStoreError.TableNotFound, "There is no such table");

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
