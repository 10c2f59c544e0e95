using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>Changes what a table is, in one transaction with the rows that come along.</summary>
internal sealed class TableChanger(DuckTable table, TableSession session, Func<long> nextNumber)
{
    public WriteResult Apply(TableChange change, CancellationToken ct)
    {
        if (change.Triggers is { Count: > 0 })
        {
            throw new DataStoreException(DataStoreError.NotSupported, "This engine has no triggers");
        }

        ChangeColumns(change, ct);
        ChangeIndexes(change, ct);
        if (change.Aliases is { } aliases)
        {
            session.Stored = session.Stored with { Claims = aliases.ToDictionary(a => a, a => session.Stored.Claims.TryGetValue(a, out var had) ? had : nextNumber()) };
        }

        return change.Rows is { Rows: > 0 } rows
            ? new RowWriter(table, session).Write(new TableWrite(change.TableId, WriteMethod.Insert, change.RowColumns, rows, []) { ReturnRows = change.ReturnRows }, ct)
            : new WriteResult(0);
    }

    private void ChangeColumns(TableChange change, CancellationToken ct)
    {
        var stored = session.Stored;
        if (change.DropOthers)
        {
            foreach (var column in stored.Columns.Where(c => change.Columns.All(w => w.Name != c.Name)).ToList())
            {
                session.Connection.Execute($"ALTER TABLE {session.File.Rows} DROP {StoredColumns.Quote(column.Name)}", ct);
                stored = stored with
                {
                    Columns = [.. stored.Columns.Where(c => c != column)],
                    Indexes = [.. stored.Indexes.Where(i => !i.Columns.Contains(column.Name))],
                    Wide = stored.Wide.Where(w => w.Key != column.Name).ToDictionary(),
                };
            }
        }

        foreach (var wanted in change.Columns)
        {
            if (stored.Columns.FirstOrDefault(c => c.Name == wanted.Name) is not { } had)
            {
                session.Connection.Execute($"ALTER TABLE {session.File.Rows} ADD {StoredColumns.Quote(wanted.Name)} {StoredColumns.Type(wanted, stored.Wide)}", ct);
                stored = stored with { Columns = [.. stored.Columns, wanted] };
            }
            else if (wanted.InfoJson is not null)
            {
                stored = stored with { Columns = [.. stored.Columns.Select(c => c == had ? c with { InfoJson = wanted.InfoJson } : c)] };
            }
        }

        session.Stored = stored;
    }

    private void ChangeIndexes(TableChange change, CancellationToken ct)
    {
        var stored = session.Stored;
        if (change.PrimaryKey is { } key)
        {
            RequireUnique(session, key, DataStoreError.KeyClash, ct);
            stored = stored with { Indexes = [.. (key.Count == 0 ? [] : new[] { Index(key, true) }), .. stored.Indexes.Where(i => !i.IsUnique)] };
        }

        if (change.Indexes is { } indexes)
        {
            stored = stored with { Indexes = [.. stored.Indexes.Where(i => i.IsUnique), .. indexes.Select(i => Index(i, false))] };
        }

        session.Stored = stored;
    }

    /// <summary>Looks for two rows with the same key.</summary>
    /// <exception cref="DataStoreException">There are some; of the kind given.</exception>
    public static void RequireUnique(TableSession session, IReadOnlyList<string> key, DataStoreError otherwise, CancellationToken ct)
    {
        if (key.Count == 0)
        {
            return;
        }

        var columns = key.Select(StoredColumns.Quote).ToList();
        using var result = session.Connection.Query(
            $"SELECT 1 FROM {session.File.Rows} WHERE {string.Join(" AND ", columns.Select(c => c + " IS NOT NULL"))} GROUP BY {string.Join(", ", columns)} HAVING count(*) > 1 LIMIT 1", ct);
        using var chunk = result.Next();
        if (chunk is not null)
        {
            var index = DataNames.Index(session.Stored.Id, key);
            throw new DataStoreException(
                otherwise,
                otherwise == DataStoreError.KeyClash ? $"could not create unique index \"{index}\"" : $"duplicate key value violates unique constraint \"{index}\"");
        }
    }

    private DataIndex Index(IReadOnlyList<string> columns, bool unique) => new(DataNames.Index(session.Stored.Id, columns), columns, unique);
}
