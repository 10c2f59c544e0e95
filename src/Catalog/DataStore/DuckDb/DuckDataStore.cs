using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>
/// Tables in DuckDB, in process. Each lies in a file of its own, attached to one instance. Live writes go to the file's log only; a checkpoint, which a kill could
/// tear, happens only in files that nobody sees yet.
/// </summary>
internal sealed partial class DuckDataStore(IOptions<CatalogOptions> options, ILogger<DuckDataStore> log) : IDataStore, ICsvLoads, IDisposable
{
    private const string LoadMemory = "400MB";

    private readonly TableFolder _folder = new(Path.Combine(options.Value.DataPath, "datastore"));
    private readonly ConcurrentDictionary<string, DuckTable> _tables = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _names = new(1, 1);
    private readonly Lock _files = new();
    private readonly Lock _claiming = new();

    // Last generation of each key: a dropped table may still be read when the next one of its name is made, so a file's name is never used twice
    private readonly ConcurrentDictionary<string, long> _generations = new(StringComparer.Ordinal);

    // Table by alias; made when it is needed and forgotten when an alias or a table comes or goes
    private Dictionary<string, DuckTable>? _claims;
    private DuckDatabase? _database;
    private WordKeeper? _words;

    // Parses what callers send: some statements read files already then, so this instance knows no file at all
    private DuckDatabase? _parser;
    private long _lastNumber = 16_384;

    public string Engine => "duckdb";

    public Task StartAsync(CancellationToken ct) => Task.Run(
        () =>
        {
            var files = _folder.Open();
            _database = DuckDatabase.Open(null, Settings());
            _words = new WordKeeper(Lease, () => _tables.Values);
            _parser = DuckDatabase.Open(null, new Dictionary<string, string>(Settings()) { ["enable_external_access"] = "false", ["memory_limit"] = "100MB", ["threads"] = "1" });
            using var connection = _database.Connect();
            // In this order: what is allowed cannot be said any more once the rest is closed, and nothing once it is locked
            connection.Register(TextMatch.Function, TextMatch.Call);
            connection.Execute($"SET allowed_directories = [{Literal(_folder.Path + Path.DirectorySeparatorChar)}]", ct);
            connection.Execute("SET enable_external_access = false; PRAGMA disable_checkpoint_on_shutdown; SET lock_configuration = true", ct);
            foreach (var file in files)
            {
                ReadOrSetAside(connection, file, ct);
            }
        },
        ct);

    public ValueTask<DataTable?> FindAsync(string idOrAlias, CancellationToken ct) => new(Find(idOrAlias) is { } table ? View(table) : null);

    public ValueTask<IReadOnlyList<DataTableName>> ListAsync(CancellationToken ct) => new(
    [
        .. _tables.Values.SelectMany(t => View(t).Aliases.Select(a => new DataTableName(a, t.Stored.Id, t.Stored.Claims[a]))
            .Prepend(new DataTableName(t.Stored.Id, null, t.Stored.Number))).OrderBy(n => n.Number),
    ]);

    public ValueTask<string?> FindTypeAsync(string declared, CancellationToken ct) => new(ColumnTypes.Find(declared));

    public async Task<WriteResult> ChangeAsync(TableChange change, CancellationToken ct)
    {
        await _names.WaitAsync(ct);
        try
        {
            if (change.Aliases?.FirstOrDefault(a => Find(a) is { } other && (other.Stored.Id == a || other.Stored.Id != change.TableId)) is { } taken)
            {
                throw new DataStoreException(DataStoreError.NameTaken, $"\"{taken}\" already exists") { Subject = taken };
            }

            if (_tables.TryGetValue(change.TableId, out var table))
            {
                return await WriteAsync(table, change.Rows?.Rows - 1, connection => new TableChanger(table, connection, () => ++_lastNumber).Apply(change, ct), ct);
            }

            return await CreateAsync(change, ct);
        }
        finally
        {
            _names.Release();
        }
    }

    public Task<WriteResult> WriteAsync(TableWrite write, CancellationToken ct)
    {
        var table = Require(write.TableId);
        return WriteAsync(table, write.Rows.Rows - 1, connection => new RowWriter(table, connection).Write(write, ct), ct, write.DryRun);
    }

    public Task<WriteResult> DeleteAsync(string tableId, DataFilter? filter, int returned, CancellationToken ct)
    {
        var table = Require(tableId);
        return WriteAsync(table, null, connection => new RowWriter(table, connection).Delete(filter, returned, ct), ct);
    }

    public async Task<bool> DropAsync(string tableId, CancellationToken ct)
    {
        await _names.WaitAsync(ct);
        try
        {
            if (!_tables.TryGetValue(tableId, out var table))
            {
                return false;
            }

            await table.Writer.WaitAsync(ct);
            try
            {
                table.IsDropped = true;
                _tables.TryRemove(tableId, out _);
                ForgetClaims();
                // The file goes at once, also while it is still read: a dropped table must not come back after a kill
                _folder.Delete(table.File.Path);
                Retire(table.File);
                return true;
            }
            finally
            {
                table.Writer.Release();
            }
        }
        finally
        {
            _names.Release();
        }
    }

    public async Task ClearAsync(CancellationToken ct)
    {
        foreach (var id in _tables.Keys)
        {
            await DropAsync(id, ct);
        }
    }

    public async Task<WriteResult> LoadAsync(TableLoad load, IAsyncEnumerable<DataBatch> rows, IProgress<long>? progress, CancellationToken ct)
    {
        var build = new TableBuild(_folder, _database!, Stored(load));
        long count;
        try
        {
            count = await build.FillAsync(rows, progress, ct);
            await SwapAsync(load, build, count, ct);
        }
        catch (Exception error) when (DuckErrors.OfWrite(error, null, ct) is { } told && !ReferenceEquals(told, error))
        {
            build.Abandon();
            throw told;
        }
        catch
        {
            build.Abandon();
            throw;
        }

        return new WriteResult(count);
    }

    public async Task<WriteResult?> LoadCsvAsync(TableLoad load, CsvText text, IProgress<long>? progress, CancellationToken ct)
    {
        if (load.Columns.Count != text.Readings.Count)
        {
            return null;
        }

        // An instance of its own may read the one file, which the one of the tables must not, and gives its memory back at the end
        Directory.CreateDirectory(_folder.SpillPath);
        var database = DuckDatabase.Open(null, new Dictionary<string, string>(Settings()) { ["memory_limit"] = LoadMemory, ["temp_directory"] = _folder.SpillPath });
        var stored = Stored(load);
        var build = new TableBuild(_folder, database, stored, own: true);
        long count;
        try
        {
            var source = new CsvSource(text, [.. load.Columns.Select(c => StoredColumns.Type(c, stored.Wide))]);
            if (await Task.Run(() => build.FillFrom(source, text.MaxRows, ct), ct) is not { } rows)
            {
                build.Abandon();
                return null;
            }

            count = rows;
            progress?.Report(count);
            await SwapAsync(load, build, count, ct);
        }
        catch (DuckException error) when (error.Type is not DuckErrorType.Interrupt)
        {
            log.LogInformation("The file for {Table} is loaded by its rows: {Reason}", load.TableId, DuckErrors.FirstLine(error.Message));
            build.Abandon();
            return null;
        }
        catch
        {
            build.Abandon();
            throw;
        }

        return new WriteResult(count);
    }

    public ValueTask<DataRows> QueryAsync(DataQuery query, TimeSpan limit, CancellationToken ct)
    {
        var table = Require(query.TableId);
        return new(Task.Run<DataRows>(() => Query(table, query, limit, ct), ct));
    }

    public Task<TableInfo> InspectAsync(string tableId, CancellationToken ct)
    {
        var table = Require(tableId);
        return Task.Run(
            () =>
            {
                using var lease = Lease(table);
                var view = View(table);
                var count = long.Parse(lease.Connection.Scalar($"SELECT count(*) FROM {lease.File.Rows}", ct)!, CultureInfo.InvariantCulture);
                var size = Length(lease.File.Path) + Length(lease.File.Path + ".wal");
                var all = new DirectoryInfo(_folder.Path).EnumerateFiles().Sum(f => f.Length);
                return new TableInfo(view, count, size, 0, all,
                    [.. view.Columns.Select(c => new ColumnSchema(c.Name, ColumnTypes.Native(c.Type), false, view.Indexes.FirstOrDefault(i => i.Columns[0] == c.Name)?.Name, false))]);
            },
            ct);
    }

    public ValueTask<SqlInspection> InspectSqlAsync(string sql, CancellationToken ct) => new(Task.Run(
        () =>
        {
            using var connection = _parser!.Connect();
            return new SqlInspection(sql, [.. CallerSql.Inspect(connection, sql, name => Find(name)?.Stored.Id, ct).Tables.Values.Distinct()]);
        },
        ct));

    public ValueTask<DataRows> QuerySqlAsync(SqlInspection inspected, SqlLimits limits, CancellationToken ct) =>
        new(Task.Run<DataRows>(() => QuerySql(inspected, limits, ct), ct));

    public void Dispose()
    {
        _words?.Dispose();
        _database?.Dispose();
        _parser?.Dispose();
        _names.Dispose();
        _folder.Dispose();
    }

    private static Dictionary<string, string> Settings() => new()
    {
        ["autoinstall_known_extensions"] = "false",
        ["autoload_known_extensions"] = "false",
        ["checkpoint_threshold"] = "1TB",
        ["memory_limit"] = "1GB",
        ["threads"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
    };

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    // What is asked for, and of the old table what still fits
    private StoredTable Stored(TableLoad load)
    {
        var old = Find(load.TableId) is { } found && found.Stored.Id == load.TableId ? found : null;
        var names = load.Columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var key = load.PrimaryKey ?? (old is null ? [] : [.. View(old).PrimaryKey]);
        var indexes = load.Indexes ?? (old is null ? [] : [.. old.Stored.Indexes.Where(i => !i.IsUnique).Select(i => i.Columns)]);
        return new StoredTable(
            load.TableId,
            load.Columns,
            [
                .. (key.Count > 0 && key.All(names.Contains) ? new[] { new DataIndex(DataNames.Index(load.TableId, key), key, true) } : []),
                .. indexes.Where(i => i.All(names.Contains)).Select(i => new DataIndex(DataNames.Index(load.TableId, i), i, false)),
            ],
            new Dictionary<string, long>(),
            new Dictionary<string, int>(),
            old?.Stored.Number ?? Interlocked.Increment(ref _lastNumber));
    }

    private DuckTable? Find(string idOrAlias) => _tables.TryGetValue(idOrAlias, out var table) ? table : Claims().GetValueOrDefault(idOrAlias);

    private Dictionary<string, DuckTable> Claims()
    {
        lock (_claiming)
        {
            if (_claims is null)
            {
                _claims = new Dictionary<string, DuckTable>(StringComparer.Ordinal);
                foreach (var (table, alias, number) in _tables.Values.SelectMany(t => t.Stored.Claims.Select(c => (t, c.Key, c.Value))))
                {
                    if (!_claims.TryGetValue(alias, out var other) || other.Stored.Claims[alias] < number)
                    {
                        _claims[alias] = table;
                    }
                }
            }

            return _claims;
        }
    }

    private void ForgetClaims()
    {
        lock (_claiming)
        {
            _claims = null;
        }
    }

    private DuckTable Require(string id) => _tables.TryGetValue(id, out var table) ? table : throw NotFound(id);

    private static DataStoreException NotFound(string id) => new(DataStoreError.TableNotFound, $"relation \"{id}\" does not exist") { Subject = id };

    private DataTable View(DuckTable table)
    {
        var stored = table.Stored;
        return new DataTable(stored.Id, stored.Columns, stored.Indexes, [.. stored.Claims.Keys.Where(a => ReferenceEquals(Find(a), table))], stored.Number);
    }

    // One damaged table must not keep all others from being served; what is left of it stays for whoever can mend it
    private void ReadOrSetAside(DuckConnection connection, TableFile file, CancellationToken ct)
    {
        try
        {
            Read(connection, file, ct);
        }
        catch (Exception error) when (error is DuckException { Type: not DuckErrorType.Fatal } or JsonException or InvalidDataException or ArgumentException)
        {
            if (file.IsAttached)
            {
                connection.Execute($"DETACH \"{file.Name}\"", ct);
            }

            connection.Scalar("SELECT 1", ct);
            var aside = _folder.SetAside(file.Path);
            log.LogError(error, "A table cannot be opened and is left out; its file is kept as {File}", aside);
        }
    }

    private void Read(DuckConnection connection, TableFile file, CancellationToken ct)
    {
        Attach(connection, file);
        using var result = connection.Query($"SELECT json, next_id FROM {file.Definition}", ct);
        using var chunk = result.Next() ?? throw new InvalidDataException($"The table file {Path.GetFileName(file.Path)} does not say what it is");
        var stored = JsonSerializer.Deserialize<StoredTable>(chunk[0].Text(0))!;
        _tables[stored.Id] = new DuckTable(stored, file, chunk[1].Int64(0));
        _generations[TableFolder.Key(stored.Id)] = TableFolder.Generation(file);
        _lastNumber = Math.Max(_lastNumber, stored.Claims.Values.Append(stored.Number).Max());
    }

    private static void Attach(DuckConnection connection, TableFile file)
    {
        connection.Execute($"ATTACH {Literal(file.Path)} AS \"{file.Name}\"");
        file.IsAttached = true;
    }

    private FileLease Lease(DuckTable table)
    {
        lock (_files)
        {
            if (table.IsDropped)
            {
                throw NotFound(table.Stored.Id);
            }

            table.File.Readers++;
            return new FileLease(table.File, _database!.Connect(), Return);
        }
    }

    private void Return(TableFile file)
    {
        lock (_files)
        {
            file.Readers--;
            Forget(file);
        }
    }

    private void Retire(TableFile file)
    {
        lock (_files)
        {
            file.IsRetired = true;
            Forget(file);
        }
    }

    // Under the lock
    private void Forget(TableFile file)
    {
        if (file is { IsRetired: true, Readers: 0, IsAttached: true })
        {
            file.IsAttached = false;
            using var connection = _database!.Connect();
            connection.Execute($"DETACH \"{file.Name}\"");
            _folder.Delete(file.Path);
        }
    }

    private async Task<WriteResult> CreateAsync(TableChange change, CancellationToken ct)
    {
        var build = new TableBuild(_folder, _database!, new StoredTable(change.TableId, [], [], new Dictionary<string, long>(), new Dictionary<string, int>(), ++_lastNumber));
        try
        {
            var result = await Task.Run(() => build.Change(change, () => ++_lastNumber, ct), ct);
            Publish(build, change.TableId);
            return result;
        }
        catch (Exception error) when (DuckErrors.OfWrite(error, change.Rows?.Rows - 1, ct) is { } told && !ReferenceEquals(told, error))
        {
            build.Abandon();
            throw told;
        }
        catch
        {
            build.Abandon();
            throw;
        }
    }

    private async Task SwapAsync(TableLoad load, TableBuild build, long count, CancellationToken ct)
    {
        await _names.WaitAsync(ct);
        try
        {
            var old = _tables.GetValueOrDefault(load.TableId);
            if (load.Aliases?.FirstOrDefault(_tables.ContainsKey) is { } taken)
            {
                build.Abandon();
                throw new DataStoreException(DataStoreError.NameTaken, $"\"{taken}\" already exists") { Subject = taken };
            }

            var claims = load.Aliases is null ? old?.Stored.Claims : load.Aliases.ToDictionary(a => a, _ => ++_lastNumber);
            build.Finish(claims ?? new Dictionary<string, long>(), count + 1);
            if (old is not null)
            {
                await old.Writer.WaitAsync(ct);
            }

            try
            {
                Publish(build, load.TableId);
            }
            finally
            {
                old?.Writer.Release();
            }
        }
        finally
        {
            _names.Release();
        }
    }

    private void Publish(TableBuild build, string tableId)
    {
        _tables.TryGetValue(tableId, out var old);
        var key = TableFolder.Key(tableId);
        var path = _folder.PathOf(key, _generations.AddOrUpdate(key, 1, (_, last) => last + 1));
        build.Close();
        _folder.Publish(build.Path, path);
        var file = TableFolder.File(path);
        using (var connection = _database!.Connect())
        {
            Attach(connection, file);
        }

        lock (_files)
        {
            if (old is null)
            {
                _tables[tableId] = new DuckTable(build.Stored, file, build.NextId);
            }
            else
            {
                var before = old.File;
                (old.Stored, old.File, old.NextId) = (build.Stored, file, build.NextId);
                before.IsRetired = true;
                Forget(before);
            }
        }

        ForgetClaims();
    }

    private async Task<WriteResult> WriteAsync(DuckTable table, int? lastRow, Func<TableSession, WriteResult> work, CancellationToken ct, bool dry = false)
    {
        await table.Writer.WaitAsync(ct);
        try
        {
            return await Task.Run(
                () =>
                {
                    using var lease = Lease(table);
                    var session = new TableSession(lease.Connection, lease.File, table.Stored);
                    lease.Connection.Execute("BEGIN");
                    try
                    {
                        var result = work(session);
                        if (dry)
                        {
                            lease.Connection.Execute("ROLLBACK");
                            return result;
                        }

                        session.Save(table.NextId);
                        session.TellWords();
                        lease.Connection.Execute("COMMIT");
                        session.TellKeys();
                        if (!ReferenceEquals(table.Stored, session.Stored))
                        {
                            table.Stored = session.Stored;
                            ForgetClaims();
                        }

                        table.Version++;

                        return result;
                    }
                    catch
                    {
                        session.Rollback();
                        throw;
                    }
                },
                ct);
        }
        catch (Exception error) when (DuckErrors.OfWrite(error, lastRow, ct) is { } told && !ReferenceEquals(told, error))
        {
            throw told;
        }
        finally
        {
            table.Writer.Release();
        }
    }

    private DuckRows Query(DuckTable table, DataQuery query, TimeSpan time, CancellationToken ct)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(time);
        FileLease? lease = null;
        try
        {
            var words = query.Texts.Count > 0 ? _words!.Of(table, limit.Token) : null;
            lease = Lease(table);
            var select = new TableSelect(View(table), table.Stored, lease.File, query);
            // Total and rows of one moment
            lease.Connection.Execute("BEGIN", limit.Token);
            if (words is not null && ReferenceEquals(words, lease.File.Words))
            {
                // The moment is that of the first look at the table
                lease.Connection.Scalar($"SELECT next_id FROM {lease.File.Definition}", limit.Token);
                select.Hits = WordHits.Find(words, table, table.Stored, lease.File, query, lease.Connection, limit.Token);
            }

            var total = query.WithTotal ? select.Total(lease.Connection, limit.Token) : (long?)null;
            var result = query.Limit == 0 ? null : select.Run(lease.Connection, limit.Token);
            return new DuckRows(select.Columns, total, result, limit, lease, ct);
        }
        catch (Exception error)
        {
            lease?.Dispose();
            limit.Dispose();
            if (DuckErrors.OfQuery(error, ct) is { } told)
            {
                throw told;
            }

            throw;
        }
    }

    private DuckRows QuerySql(SqlInspection inspected, SqlLimits limits, CancellationToken ct)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(limits.Time);
        var leases = new LeaseList();
        try
        {
            var connection = leases.Add(_database!.Connect());
            // Names are looked up again, since aliases may have moved; what was not inspected, and so not checked, is not opened
            using var parser = _parser!.Connect();
            var (tables, tree) = CallerSql.Inspect(parser, inspected.Sql, name => Find(name)?.Stored.Id, limit.Token);
            foreach (var (name, id) in tables)
            {
                if (!inspected.TableIds.Contains(id))
                {
                    throw NotFound(name);
                }

                var lease = leases.Add(Lease(Require(id)));
                connection.Execute($"CREATE TEMP VIEW {StoredColumns.Quote(name)} AS SELECT * FROM {lease.File.Rows}", limit.Token);
            }

            var result = connection.Query(inspected.Sql, limit.Token);
            var columns = AnswerColumns.Of(result.Columns, tree, [.. tables.Values.Distinct().Select(id => View(Require(id)))]);
            return new DuckRows(columns, null, result, limit, leases, ct, limits.Rows + 1);
        }
        catch (Exception error)
        {
            leases.Dispose();
            limit.Dispose();
            if (DuckErrors.OfQuery(error, ct) is { } told)
            {
                throw told;
            }

            throw;
        }
    }
}
