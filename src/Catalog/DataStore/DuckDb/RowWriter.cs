using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>
/// Writes rows in one transaction. Keys have no index in DuckDB: rows are found by joining all keys of a call with the table at once, and since a table has one
/// writer at a time, what was looked up stays true until the commit.
/// </summary>
internal sealed class RowWriter(DuckTable table, TableSession session)
{
    private const string Temporary = "temp";

    /// <summary>Rows that are found and changed one by one; for more a join over the table is quicker.</summary>
    private const int MostSingle = 100;

    /// <summary>Rows of a table from which on its keys are kept in memory, and up to which: they take 32 to 64 bytes each.</summary>
    private const long FewestKeyed = 5_000;
    private const long MostKeyed = 2_000_000;

    private readonly DuckConnection _connection = session.Connection;

    public WriteResult Write(TableWrite write, CancellationToken ct)
    {
        Widen(write, ct);
        var ids = new long[write.Rows.Rows];
        var changed = new Dictionary<long, DataValue[]>();
        var added = new List<(long Id, DataValue[] Cells)>();
        if (write.Method == WriteMethod.Insert)
        {
            Insert(write, ids, added, ct);
        }
        else
        {
            Match(write, ids, changed, added, ct);
        }

        Append(write, added);
        Update(write, changed, ct);
        session.Written.AddRange(changed.Keys);
        session.Written.AddRange(added.Select(a => a.Id));
        if (session.Stored.Indexes.FirstOrDefault(i => i.IsUnique)?.Columns is { } key)
        {
            if (changed.Count > 0 && write.Columns.Any(c => key.Contains(c) && !write.Key.Contains(c)))
            {
                session.AreKeysChanged = true;
            }

            var places = Places(write, key);
            if (!Array.Exists(places, p => p < 0))
            {
                session.NewKeys.AddRange(added.Select(a => (TableKeys.TextOf(Array.ConvertAll(places, p => a.Cells[p])), a.Id)));
            }
        }
        return write.ReturnRows ? Return(ids, ct) : new WriteResult(ids.Length);
    }

    public WriteResult Delete(DataFilter? filter, int returned, CancellationToken ct)
    {
        DataFilter where = filter ?? new CombinedFilter(false, []);
        WriteResult? rows = null;
        if (returned > 0)
        {
            using var select = new DuckSql().Add($"SELECT * FROM {session.File.Rows} WHERE ").AddFilter(where).Add($" ORDER BY _id LIMIT {returned}").Prepare(_connection);
            rows = Read(select, ct);
        }

        // Rows that were deleted match no word any more
        session.IsRewritten = true;
        using var delete = new DuckSql().Add($"DELETE FROM {session.File.Rows} WHERE ").AddFilter(where).Prepare(_connection);
        var count = delete.Execute(ct);
        return rows is null ? new WriteResult(count) : rows with { Count = count };
    }

    private void Insert(TableWrite write, long[] ids, List<(long, DataValue[])> added, CancellationToken ct)
    {
        var key = session.Stored.Indexes.FirstOrDefault(i => i.IsUnique)?.Columns ?? [];
        var hasKey = key.Count > 0 && key.All(write.Columns.Contains);
        var idColumn = write.Columns.ToList().IndexOf(DataNames.RowId);
        var taken = hasKey ? Existing(write, key, ct) : [];
        var takenIds = idColumn < 0 ? [] : Existing(write, [DataNames.RowId], ct);
        var places = hasKey ? Places(write, key) : [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var seenIds = new HashSet<long>();
        for (var row = 0; row < write.Rows.Rows; row++)
        {
            var cells = write.Rows.Row(row);
            ids[row] = idColumn < 0 || cells[idColumn].IsNull ? table.NextId++ : Explicit(cells[idColumn].Whole);
            if (takenIds.ContainsKey(row) || (idColumn >= 0 && !seenIds.Add(ids[row])))
            {
                throw Duplicate(session.Stored.Id + "_pkey", write.Rows.Rows - 1);
            }

            if (hasKey && KeyOf(write, places, row) is { } text && (taken.ContainsKey(row) || !seen.Add(text)))
            {
                throw Duplicate(DataNames.Index(session.Stored.Id, key), write.Rows.Rows - 1);
            }

            added.Add((ids[row], cells.ToArray()));
        }
    }

    private void Match(TableWrite write, long[] ids, Dictionary<long, DataValue[]> changed, List<(long Id, DataValue[] Cells)> added, CancellationToken ct)
    {
        var existing = Existing(write, write.Key, ct);
        var places = Places(write, write.Key);
        var pending = new Dictionary<string, DataValue[]>(StringComparer.Ordinal);
        var idByKey = new Dictionary<string, long>(StringComparer.Ordinal);
        var byId = write.Key is [DataNames.RowId];
        for (var row = 0; row < write.Rows.Rows; row++)
        {
            var key = KeyOf(write, places, row);
            // As a sequence of PostgreSQL does it under ON CONFLICT: a number is drawn before it is known whether it is needed
            var drawn = write.Method == WriteMethod.Upsert && !byId ? table.NextId++ : 0;
            if (key is not null && pending.TryGetValue(key, out var earlier))
            {
                Merge(earlier, write.Rows.Row(row));
                ids[row] = idByKey[key];
                continue;
            }

            var cells = write.Rows.Row(row).ToArray();
            if (existing.TryGetValue(row, out var id))
            {
                changed[id] = cells;
            }
            else if (write.Method == WriteMethod.Update)
            {
                throw new DataStoreException(DataStoreError.KeyNotFound, "key not found") { Row = row };
            }
            else
            {
                id = byId ? Explicit(cells[places[0]].Whole) : drawn;
                added.Add((id, cells));
            }

            ids[row] = id;
            if (key is not null)
            {
                (pending[key], idByKey[key]) = (cells, id);
            }
        }
    }

    // A number that the caller gave is never drawn again
    private long Explicit(long id)
    {
        if (id < table.NextId)
        {
            session.Stored = session.Stored with { InOrder = false };
        }

        table.NextId = Math.Max(table.NextId, id + 1);
        return id;
    }

    private static void Merge(DataValue[] earlier, ReadOnlySpan<DataValue> later)
    {
        for (var i = 0; i < later.Length; i++)
        {
            if (later[i].Kind != DataKind.Missing)
            {
                earlier[i] = later[i];
            }
        }
    }

    /// <summary>Numbers of the rows that have the keys, by the place in the batch.</summary>
    private Dictionary<int, long> Existing(TableWrite write, IReadOnlyList<string> key, CancellationToken ct) => Hinted(write, key, ct) ?? LookedUp(write, key, ct);

    // By the keys in memory, each row that they name looked at; null where they cannot tell
    private Dictionary<int, long>? Hinted(TableWrite write, IReadOnlyList<string> key, CancellationToken ct)
    {
        if (key is not [DataNames.RowId] && Keys(key, ct) is null)
        {
            return null;
        }

        var places = Places(write, key);
        var wanted = new Dictionary<int, (string Key, long Id)>();
        for (var row = 0; row < write.Rows.Rows; row++)
        {
            if (KeyOf(write, places, row) is { } text)
            {
                var id = 0L;
                if (key is [DataNames.RowId])
                {
                    id = write.Rows.Row(row)[places[0]].Whole;
                }
                else if (!session.File.Keys!.TryFind(text, out id))
                {
                    continue;
                }

                wanted[row] = (text, id);
                if (wanted.Count > MostSingle)
                {
                    return null;
                }
            }
        }

        if (wanted.Count == 0)
        {
            return [];
        }

        var kinds = key.Select(k => k == DataNames.RowId ? DataKind.Whole : ColumnTypes.KindOf(session.Stored.Columns.First(c => c.Name == k).Type)).ToArray();
        var there = new Dictionary<long, string?>();
        using var result = _connection.Query(
            $"SELECT _id, {string.Join(", ", key.Select(StoredColumns.Quote))} FROM {session.File.Rows} WHERE _id IN ({string.Join(", ", wanted.Values.Select(w => w.Id).Distinct())})", ct);
        while (result.Next() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.Count; row++)
                {
                    var cells = new DataValue[kinds.Length];
                    for (var i = 0; i < cells.Length; i++)
                    {
                        cells[i] = StoredColumns.Read(chunk[i + 1], row, kinds[i]);
                    }

                    there[chunk[0].Int64(row)] = TableKeys.TextOf(cells);
                }
            }
        }

        if (key is [DataNames.RowId])
        {
            return wanted.Where(w => there.ContainsKey(w.Value.Id)).ToDictionary(w => w.Key, w => w.Value.Id);
        }

        return wanted.All(w => there.TryGetValue(w.Value.Id, out var text) && text == w.Value.Key) ? wanted.ToDictionary(w => w.Key, w => w.Value.Id) : null;
    }

    private TableKeys? Keys(IReadOnlyList<string> key, CancellationToken ct)
    {
        var rows = table.NextId - 1;
        if (rows is < FewestKeyed or > MostKeyed || session.Stored.Indexes.FirstOrDefault(i => i.IsUnique)?.Columns is not { } columns || !columns.SequenceEqual(key) || session.IsChanged)
        {
            return null;
        }

        // Of other types a value has several texts (007, 0.10, -0), and a key that seems new might be there
        if (!key.All(k => ColumnTypes.KindOf(session.Stored.Columns.First(c => c.Name == k).Type) is DataKind.Text or DataKind.Whole or DataKind.Date or DataKind.Timestamp))
        {
            return null;
        }

        return session.File.Keys ??= TableKeys.Read(_connection, session.File, session.Stored, key, (int)rows, ct);
    }

    private Dictionary<int, long> LookedUp(TableWrite write, IReadOnlyList<string> key, CancellationToken ct)
    {
        var columns = key.Select(StoredColumns.Quote).ToList();
        // Names of columns never begin with an underscore, so these cannot meet one
        _connection.Execute($"CREATE OR REPLACE TEMP TABLE wanted AS SELECT CAST(0 AS INTEGER) AS \"_at\", {string.Join(", ", key.Select((k, i) => $"{columns[i]} AS \"_k{i}\""))} FROM {session.File.Rows} LIMIT 0", ct);
        var places = Places(write, key);
        using (var appender = _connection.Append("wanted", Temporary))
        {
            for (var row = 0; row < write.Rows.Rows; row++)
            {
                appender.Set(0, row);
                for (var i = 0; i < places.Length; i++)
                {
                    StoredColumns.Write(appender, i + 1, write.Rows.Row(row)[places[i]]);
                }

                appender.EndRow();
            }

            appender.Complete();
        }

        var found = new Dictionary<int, long>();
        using var result = _connection.Query($"SELECT w._at, r._id FROM {session.File.Rows} r JOIN wanted w ON {string.Join(" AND ", columns.Select((c, i) => $"r.{c} = w.\"_k{i}\""))}", ct);
        while (result.Next() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.Count; row++)
                {
                    found[(int)chunk[0].Int64(row)] = chunk[1].Int64(row);
                }
            }
        }

        return found;
    }

    private void Append(TableWrite write, List<(long Id, DataValue[] Cells)> added)
    {
        if (added.Count == 0)
        {
            return;
        }

        var places = Places(write, session.Stored.Columns.Select(c => c.Name));
        using var appender = _connection.Append("rows", session.File.Name);
        foreach (var (id, cells) in added)
        {
            appender.Set(0, id);
            for (var i = 0; i < places.Length; i++)
            {
                StoredColumns.Write(appender, i + 1, places[i] < 0 ? DataValue.Null : cells[places[i]]);
            }

            appender.EndRow();
        }

        appender.Complete();
    }

    private void Update(TableWrite write, Dictionary<long, DataValue[]> changed, CancellationToken ct)
    {
        var places = write.Columns.Select((name, place) => (name, place)).Where(c => !write.Key.Contains(c.name) && c.name != DataNames.RowId).ToList();
        if (changed.Count == 0 || places.Count == 0)
        {
            return;
        }

        if (changed.Count <= MostSingle / 10)
        {
            foreach (var (id, cells) in changed)
            {
                UpdateOne(id, [.. places.Select(p => (p.name, cells[p.place])).Where(c => c.Item2.Kind != DataKind.Missing)], ct);
            }

            return;
        }

        var columns = places.Select(p => StoredColumns.Quote(p.name)).ToList();
        _connection.Execute($"CREATE OR REPLACE TEMP TABLE changes AS SELECT _id, {string.Join(", ", columns.Select((c, i) => $"{c} AS \"_c{i}\", true AS \"_h{i}\""))} FROM {session.File.Rows} LIMIT 0", ct);
        using (var appender = _connection.Append("changes", Temporary))
        {
            foreach (var (id, cells) in changed)
            {
                appender.Set(0, id);
                for (var i = 0; i < places.Count; i++)
                {
                    var value = cells[places[i].place];
                    StoredColumns.Write(appender, 1 + 2 * i, value);
                    appender.Set(2 + 2 * i, value.Kind != DataKind.Missing);
                }

                appender.EndRow();
            }

            appender.Complete();
        }

        _connection.Execute(
            $"UPDATE {session.File.Rows} AS r SET {string.Join(", ", columns.Select((c, i) => $"{c} = CASE WHEN w.\"_h{i}\" THEN w.\"_c{i}\" ELSE r.{c} END"))} FROM changes w WHERE r._id = w._id", ct);
    }

    private void UpdateOne(long id, List<(string Name, DataValue Value)> cells, CancellationToken ct)
    {
        if (cells.Count == 0)
        {
            return;
        }

        var sql = new DuckSql().Add($"UPDATE {session.File.Rows} SET ");
        for (var i = 0; i < cells.Count; i++)
        {
            var column = session.Stored.Columns.First(c => c.Name == cells[i].Name);
            sql.Add($"{(i == 0 ? "" : ", ")}{StoredColumns.Quote(column.Name)} = ");
            if (cells[i].Value.Kind == DataKind.Numeric)
            {
                // In the digits of the column, which the value was seen to fit
                sql.Add($"CAST(? AS {StoredColumns.Type(column, session.Stored.Wide)})").Bind([DataValue.Of(cells[i].Value.Text)]);
            }
            else
            {
                sql.AddValue(cells[i].Value);
            }
        }

        using var update = sql.Add(" WHERE _id = ").AddValue(DataValue.Of(id)).Prepare(_connection);
        update.Execute(ct);
    }

    private void Widen(TableWrite write, CancellationToken ct)
    {
        for (var place = 0; place < write.Columns.Count; place++)
        {
            if (session.Stored.Columns.FirstOrDefault(c => c.Name == write.Columns[place]) is not { Type: "numeric" } column)
            {
                continue;
            }

            for (var row = 0; row < write.Rows.Rows; row++)
            {
                if (write.Rows.Row(row)[place] is { IsNull: false } value && StoredColumns.Widen(column, session.Stored.Wide, value.Text) is { } scale)
                {
                    session.Stored = Widen(_connection, session.File, session.Stored, column, scale, ct);
                }
            }
        }
    }

    /// <summary>Gives a decimal column 38 digits.</summary>
    public static StoredTable Widen(DuckConnection connection, TableFile file, StoredTable stored, DataColumn column, int scale, CancellationToken ct)
    {
        connection.Execute($"ALTER TABLE {file.Rows} ALTER {StoredColumns.Quote(column.Name)} TYPE DECIMAL(38,{scale})", ct);
        return stored with { Wide = new Dictionary<string, int>(stored.Wide) { [column.Name] = scale } };
    }

    private WriteResult Return(long[] ids, CancellationToken ct)
    {
        if (ids.Length == 0)
        {
            return new WriteResult(0);
        }

        using var select = _connection.Prepare($"SELECT * FROM {session.File.Rows} WHERE _id IN ({string.Join(',', ids)})");
        var read = Read(select, ct);
        var byId = Enumerable.Range(0, read.Rows!.Rows).ToDictionary(r => read.Rows.Row(r)[0].Whole);
        return read with
        {
            Count = ids.Length,
            Rows = new DataBatch(read.Rows.Columns, ids.Length, [.. ids.SelectMany(id => read.Rows.Row(byId[id]).ToArray())]),
        };
    }

    private WriteResult Read(DuckStatement select, CancellationToken ct)
    {
        DataColumn[] columns = [new(DataNames.RowId, "int"), .. session.Stored.Columns];
        var cells = new List<DataValue>();
        using var result = select.Query(ct);
        while (result.Next() is { } chunk)
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.Count; row++)
                {
                    for (var i = 0; i < columns.Length; i++)
                    {
                        cells.Add(StoredColumns.Read(chunk[i], row, ColumnTypes.KindOf(columns[i].Type)));
                    }
                }
            }
        }

        return new WriteResult(0, columns, new DataBatch(columns.Length, cells.Count / columns.Length, [.. cells]));
    }

    // Where columns stand in the batch; -1 for one that it does not have
    private static int[] Places(TableWrite write, IEnumerable<string> columns)
    {
        var all = write.Columns.ToList();
        return [.. columns.Select(column => all.IndexOf(column))];
    }

    private static string? KeyOf(TableWrite write, int[] key, int row) => TableKeys.TextOf(Array.ConvertAll(key, place => write.Rows.Row(row)[place]));

    private static DataStoreException Duplicate(string index, int row) =>
        new(DataStoreError.DuplicateKey, $"duplicate key value violates unique constraint \"{index}\"") { Row = row };
}
