using Npgsql;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.PostgreSql;

/// <summary>Makes and alters tables inside a transaction.</summary>
internal sealed class PgShape(PgSession session)
{
    private const string FullText = "_full_text";

    /// <summary>Makes or alters a table; its rows are the writer's business.</summary>
    /// <returns>The table as it is then.</returns>
    public async Task<DataTable> ApplyAsync(TableChange change, CancellationToken ct)
    {
        var old = await session.FindAsync(change.TableId, ct) is { } found && found.Id == change.TableId ? found : null;
        if (old is null && await IsAliasAsync(change.TableId, ct))
        {
            throw new DataStoreException(DataStoreError.NameTaken, $"\"{change.TableId}\" already exists");
        }

        var columns = await ColumnsAsync(old, change, ct);
        var indexes = await IndexesAsync(change.TableId, old?.Indexes ?? [], columns, change.PrimaryKey, change.Indexes, ct);
        await SaveAsync(change.TableId, new PgDefinition(columns, indexes), ct);
        await AliasesAsync(change.TableId, change.Aliases ?? old?.Aliases ?? [], ct);
        if (change.Triggers is not null)
        {
            await TriggersAsync(change.TableId, change.Triggers, ct);
        }

        return await session.RequireAsync(change.TableId, ct);
    }

    /// <summary>An empty table under another name, without what makes filling slow.</summary>
    public Task MakeAsideAsync(string name, IReadOnlyList<DataColumn> columns, CancellationToken ct) =>
        session.ExecuteAsync($"CREATE TABLE {session.Table(name)} ({Columns(columns)}, {TextColumn(columns)})", ct);

    /// <summary>Puts a filled table into the place of the old one.</summary>
    public async Task SwapAsync(TableLoad load, string aside, CancellationToken ct)
    {
        var old = await session.FindAsync(load.TableId, ct) is { } found && found.Id == load.TableId ? found : null;
        var names = load.Columns.Select(c => c.Name).ToHashSet();
        var key = load.PrimaryKey ?? (old is { PrimaryKey.Count: > 0 } && old.PrimaryKey.All(names.Contains) ? old.PrimaryKey : []);
        var indexes = load.Indexes ?? [.. (old?.Indexes ?? []).Where(i => !i.IsUnique && i.Columns.All(names.Contains)).Select(i => i.Columns)];
        var aliases = load.Aliases ?? old?.Aliases ?? [];
        await DropViewsAsync(load.TableId, ct);
        await session.ExecuteAsync($"DROP TABLE IF EXISTS {session.Table(load.TableId)}", ct);
        await session.ExecuteAsync($"ALTER TABLE {session.Table(aside)} RENAME TO {PgText.Name(load.TableId)}", ct);
        await TextIndexAsync(load.TableId, ct);
        var made = await IndexesAsync(load.TableId, [], load.Columns, key, indexes, ct);
        await SaveAsync(load.TableId, new PgDefinition([.. load.Columns], made), ct);
        await AliasesAsync(load.TableId, aliases, ct);
        await session.ExecuteAsync($"ANALYZE {session.Table(load.TableId)}", ct);
    }

    /// <returns>False when there was none.</returns>
    public async Task<bool> DropAsync(string tableId, CancellationToken ct)
    {
        await DropViewsAsync(tableId, ct);
        await session.ExecuteAsync($"DROP TABLE IF EXISTS {session.Table(tableId)}", ct);
        await session.ExecuteAsync($"DELETE FROM {session.Meta}.alias WHERE table_id = $1", ct, tableId);
        return await session.ExecuteAsync($"DELETE FROM {session.Meta}.entry WHERE id = $1", ct, tableId) > 0;
    }

    private async Task<List<DataColumn>> ColumnsAsync(DataTable? old, TableChange change, CancellationToken ct)
    {
        var name = session.Table(change.TableId);
        if (old is null)
        {
            await session.ExecuteAsync($"CREATE TABLE {name} ({Columns(change.Columns)}, {TextColumn(change.Columns)})", ct);
            await TextIndexAsync(change.TableId, ct);
            return [.. change.Columns];
        }

        var wanted = change.Columns.ToDictionary(c => c.Name);
        var columns = old.Columns.Where(c => !change.DropOthers || wanted.ContainsKey(c.Name))
            .Select(c => wanted.TryGetValue(c.Name, out var given) && given.InfoJson is not null ? c with { InfoJson = given.InfoJson } : c).ToList();
        var dropped = old.Columns.Where(c => change.DropOthers && !wanted.ContainsKey(c.Name)).ToList();
        var added = change.Columns.Where(c => old.Find(c.Name) is null).ToList();
        columns.AddRange(added);
        if (dropped.Count + added.Count > 0)
        {
            await DropViewsAsync(change.TableId, ct);
            string[] steps =
            [
                $"DROP COLUMN {FullText}", .. dropped.Select(c => $"DROP COLUMN {PgText.Name(c.Name)}"), .. added.Select(c => $"ADD COLUMN {Column(c)}"), $"ADD COLUMN {TextColumn(columns)}",
            ];
            foreach (var step in steps)
            {
                await session.ExecuteAsync($"ALTER TABLE {name} {step}", ct);
            }

            await TextIndexAsync(change.TableId, ct);
        }

        return columns;
    }

    private async Task<List<DataIndex>> IndexesAsync(
        string tableId, IReadOnlyList<DataIndex> old, IReadOnlyList<DataColumn> columns, IReadOnlyList<string>? key, IReadOnlyList<IReadOnlyList<string>>? others, CancellationToken ct)
    {
        var wanted = new List<DataIndex>();
        wanted.AddRange(key is null ? old.Where(i => i.IsUnique) : key.Count == 0 ? [] : [new DataIndex(DataNames.Index(tableId, key), key, true)]);
        var names = wanted.Select(i => i.Name).ToHashSet();
        var plain = others is null ? old.Where(i => !i.IsUnique) : others.Select(c => new DataIndex(DataNames.Index(tableId, c), c, false));
        wanted.AddRange(plain.Where(i => names.Add(i.Name)));
        wanted.RemoveAll(i => !i.Columns.All(c => columns.Any(column => column.Name == c)));
        foreach (var gone in old.Where(i => !wanted.Any(w => w.Name == i.Name && w.IsUnique == i.IsUnique)))
        {
            await session.ExecuteAsync($"DROP INDEX IF EXISTS {session.Table(gone.Name)}", ct);
        }

        foreach (var added in wanted.Where(i => !old.Any(o => o.Name == i.Name && o.IsUnique == i.IsUnique)))
        {
            try
            {
                await session.ExecuteAsync(
                    $"CREATE {(added.IsUnique ? "UNIQUE " : "")}INDEX {PgText.Name(added.Name)} ON {session.Table(tableId)} ({string.Join(", ", added.Columns.Select(PgText.Name))})", ct);
            }
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                throw new DataStoreException(DataStoreError.KeyClash, error.MessageText, error);
            }
        }

        return wanted;
    }

    private async Task AliasesAsync(string tableId, IReadOnlyList<string> aliases, CancellationToken ct)
    {
        await DropViewsAsync(tableId, ct);
        await session.ExecuteAsync($"DELETE FROM {session.Meta}.alias WHERE table_id = $1", ct, tableId);
        foreach (var alias in aliases.Distinct())
        {
            if (await session.FindAsync(alias, ct) is { } holder)
            {
                throw new DataStoreException(DataStoreError.NameTaken, holder.Id == alias ? $"\"{alias}\" already exists" : $"The alias \"{alias}\" already exists.");
            }

            await session.ExecuteAsync($"INSERT INTO {session.Meta}.alias (name, table_id) VALUES ($1, $2)", ct, alias, tableId);
            await session.ExecuteAsync($"CREATE VIEW {session.Table(alias)} AS SELECT * FROM {session.Table(tableId)}", ct);
        }
    }

    private async Task DropViewsAsync(string tableId, CancellationToken ct)
    {
        var names = new List<string>();
        await using (var command = session.Command($"SELECT name FROM {session.Meta}.alias WHERE table_id = $1", tableId))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                names.Add(reader.GetString(0));
            }
        }

        foreach (var name in names)
        {
            await session.ExecuteAsync($"DROP VIEW IF EXISTS {session.Table(name)}", ct);
        }
    }

    private async Task TriggersAsync(string tableId, IReadOnlyList<string> functions, CancellationToken ct)
    {
        var old = new List<string>();
        await using (var command = session.Command("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = $1::regclass", session.Table(tableId)))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                old.Add(reader.GetString(0));
            }
        }

        foreach (var name in old)
        {
            await session.ExecuteAsync($"DROP TRIGGER {PgText.Name(name)} ON {session.Table(tableId)}", ct);
        }

        for (var i = 0; i < functions.Count; i++)
        {
            // They run in the order of their names
            await session.ExecuteAsync(
                $"CREATE TRIGGER {PgText.Name($"t{i:000}")} BEFORE INSERT OR UPDATE ON {session.Table(tableId)} FOR EACH ROW EXECUTE FUNCTION {session.Table(functions[i])}()", ct);
        }
    }

    private async Task<bool> IsAliasAsync(string name, CancellationToken ct)
    {
        await using var command = session.Command($"SELECT 1 FROM {session.Meta}.alias WHERE name = $1", name);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private Task<int> SaveAsync(string tableId, PgDefinition definition, CancellationToken ct) => session.ExecuteAsync(
        $"INSERT INTO {session.Meta}.entry (id, definition) VALUES ($1, $2::json) ON CONFLICT (id) DO UPDATE SET definition = excluded.definition", ct, tableId, definition.Json());

    private Task<int> TextIndexAsync(string tableId, CancellationToken ct) => session.ExecuteAsync($"CREATE INDEX ON {session.Table(tableId)} USING gin ({FullText})", ct);

    private static string Columns(IReadOnlyList<DataColumn> columns) =>
        string.Join(", ", columns.Select(Column).Prepend($"{DataNames.RowId} int4 GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"));

    private static string Column(DataColumn column) => $"{PgText.Name(column.Name)} {PgText.Type(column.Type)}";

    // Kept by the server with every row, so that no way of writing can forget it
    private string TextColumn(IReadOnlyList<DataColumn> columns) =>
        $"{FullText} tsvector GENERATED ALWAYS AS ({(columns.Count == 0 ? "''::tsvector" : $"to_tsvector('english'::regconfig, {string.Join(" || ' ' || ", columns.Select(c => $"coalesce({AsText(c)}, '')"))})")}) STORED";

    private string AsText(DataColumn column) => column.Type is "text" or "varchar" or "bpchar" or "int2" or "int4" or "int8" or "numeric" or "bool" or "uuid"
        ? $"{PgText.Name(column.Name)}::text" : $"{session.Meta}.as_text({PgText.Name(column.Name)})";
}
