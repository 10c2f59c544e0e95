using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>A table file in the making, which nobody sees until it is renamed.</summary>
internal sealed class TableBuild
{
    private readonly TableFile _file;
    private readonly DuckConnection _connection;
    private readonly DuckTable _table;
    private readonly TableSession _session;

    private readonly DuckDatabase? _own;

    /// <param name="own">The database is this build's alone and goes with it.</param>
    public TableBuild(TableFolder folder, DuckDatabase database, StoredTable stored, bool own = false)
    {
        _own = own ? database : null;
        var name = $"new_{Guid.NewGuid():N}";
        _file = new TableFile(System.IO.Path.Combine(folder.Path, name + ".new"), name);
        _connection = database.Connect();
        _connection.Execute($"ATTACH '{Path.Replace("'", "''", StringComparison.Ordinal)}' AS \"{name}\"");
        _table = new DuckTable(stored, _file, 1);
        _session = new TableSession(_connection, _file, stored);
        _connection.Execute($"CREATE TABLE {_file.Definition} (json VARCHAR, next_id BIGINT); INSERT INTO {_file.Definition} VALUES ('', 1)");
        var columns = stored.Columns.Select(c => $"{StoredColumns.Quote(c.Name)} {StoredColumns.Type(c, stored.Wide)}").Prepend("_id BIGINT");
        _connection.Execute($"CREATE TABLE {_file.Rows} ({string.Join(", ", columns)})");
    }

    public string Path => _file.Path;

    public StoredTable Stored => _session.Stored;

    public long NextId => _table.NextId;

    public WriteResult Change(TableChange change, Func<long> nextNumber, CancellationToken ct)
    {
        _connection.Execute("BEGIN", ct);
        var result = new TableChanger(_table, _session, nextNumber).Apply(change, ct);
        Write();
        _connection.Execute("COMMIT", ct);
        return result;
    }

    /// <summary>Appends rows, numbered from 1.</summary>
    /// <returns>How many.</returns>
    public async Task<long> FillAsync(IAsyncEnumerable<DataBatch> rows, IProgress<long>? progress, CancellationToken ct)
    {
        var appender = _connection.Append("rows", _file.Name);
        try
        {
            await foreach (var batch in rows.WithCancellation(ct))
            {
                for (var row = 0; row < batch.Rows; row++)
                {
                    appender = Fitting(appender, batch.Row(row), ct);
                    appender.Set(0, _table.NextId);
                    for (var i = 0; i < batch.Columns; i++)
                    {
                        Write(appender, i, batch.Row(row)[i]);
                    }

                    appender.EndRow();
                    _table.NextId++;
                }

                progress?.Report(_table.NextId - 1);
            }

            appender.Complete();
        }
        finally
        {
            appender.Dispose();
        }

        TableChanger.RequireUnique(_session, Stored.Indexes.FirstOrDefault(i => i.IsUnique)?.Columns ?? [], DataStoreError.DuplicateKey, ct);
        return _table.NextId - 1;
    }

    /// <summary>Takes all rows from a delimited text.</summary>
    /// <returns>How many; null when the text is not what it was said to be.</returns>
    public long? FillFrom(CsvSource source, long most, CancellationToken ct)
    {
        // Numbered from a table of its own: numbering rows while they are read would keep DuckDB from reading with all processors
        _connection.Execute($"CREATE TEMP TABLE staged AS {source.Select}", ct);
        if (source.IsUndecided("staged") is { } question && _connection.Scalar(question, ct) == "true")
        {
            return null;
        }

        var count = _connection.Execute($"INSERT INTO {_file.Rows} SELECT rowid + 1, * FROM staged", ct);
        _connection.Execute("DROP TABLE staged", ct);
        _table.NextId = count + 1;
        TableChanger.RequireUnique(_session, Stored.Indexes.FirstOrDefault(i => i.IsUnique)?.Columns ?? [], DataStoreError.DuplicateKey, ct);
        return count <= most ? count : null;
    }

    /// <summary>Says what the table is, at the end.</summary>
    public void Finish(IReadOnlyDictionary<string, long> claims, long nextId)
    {
        _table.NextId = nextId;
        _session.Stored = Stored with { Claims = claims };
        Write();
    }

    /// <summary>Brings everything into the one file and lets go of it.</summary>
    public void Close()
    {
        _connection.Execute($"CHECKPOINT \"{_file.Name}\"");
        Detach();
        // Empty after the checkpoint
        File.Delete(Path + ".wal");
    }

    /// <summary>Throws the unfinished file away.</summary>
    public void Abandon()
    {
        if (_file.IsRetired)
        {
            return;
        }

        _session.Rollback();
        Detach();
        File.Delete(Path);
        File.Delete(Path + ".wal");
    }

    private void Detach()
    {
        _file.IsRetired = true;
        _connection.Execute($"DETACH \"{_file.Name}\"");
        _connection.Dispose();
        _own?.Dispose();
    }

    private void Write()
    {
        // Also when nothing of it changed: the line is still empty
        _session.Stored = Stored with { };
        _session.Save(_table.NextId);
    }

    private void Write(DuckAppender appender, int column, DataValue value)
    {
        try
        {
            StoredColumns.Write(appender, column + 1, value);
        }
        catch (Exception error) when (error is OverflowException or DuckException or DataStoreException)
        {
            throw new DataStoreException(DataStoreError.BadValue, $"Column \"{Stored.Columns[column].Name}\": {error.Message}", error)
            {
                Row = (int)Math.Min(int.MaxValue, _table.NextId - 1),
            };
        }
    }

    // A number that needs more digits than its column has: what came so far is written, the column widened, and the appender made anew
    private DuckAppender Fitting(DuckAppender appender, ReadOnlySpan<DataValue> row, CancellationToken ct)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (Stored.Columns[i].Type == "numeric" && !row[i].IsNull && StoredColumns.Widen(Stored.Columns[i], Stored.Wide, row[i].Text) is { } scale)
            {
                appender.Complete();
                appender.Dispose();
                _session.Stored = RowWriter.Widen(_connection, _file, Stored, Stored.Columns[i], scale, ct);
                appender = _connection.Append("rows", _file.Name);
            }
        }

        return appender;
    }
}
