using Purbalingga.DuckDb.Native;

namespace Purbalingga.DuckDb;

/// <summary>
/// A connection to a database. One thread at a time; only <see cref="Interrupt"/> may be called from another. Calls block until DuckDB answers: run long ones on a
/// thread that may wait.
/// </summary>
public sealed unsafe class DuckConnection : IDisposable
{
    private readonly ConnectionHandle _handle;

    internal DuckConnection(ConnectionHandle handle) => _handle = handle;

    internal ConnectionHandle Handle => _handle;

    /// <summary>Runs one or more statements to their end.</summary>
    /// <returns>Rows that the last one inserted, updated or deleted.</returns>
    /// <exception cref="DuckException">The first error; statements before it have run.</exception>
    public long Execute(string sql, CancellationToken ct = default)
    {
        ct.ThrowIfCancellationRequested();
        using var result = new ResultHandle();
        using (StopOn(ct))
        {
            fixed (byte* text = Utf8.Terminated(sql))
            {
                if (Api.Query(_handle, text, result.Pointer) != 0)
                {
                    throw Error(result, ct);
                }
            }
        }

        return (long)Api.RowsChanged(result.Pointer);
    }

    /// <summary>Runs one statement; its rows come while DuckDB still works on it.</summary>
    public DuckResult Query(string sql, CancellationToken ct = default)
    {
        using var statement = Prepare(sql);
        return statement.Query(ct);
    }

    /// <summary>The first value of the first row as text; null when there is none.</summary>
    public string? Scalar(string sql, CancellationToken ct = default)
    {
        using var result = Query(sql, ct);
        using var chunk = result.Next();
        return chunk is null || chunk[0].IsNull(0) ? null : chunk[0].Text(0);
    }

    /// <summary>Parses and binds one statement; parameters are <c>?</c> or <c>$1</c>.</summary>
    public DuckStatement Prepare(string sql)
    {
        fixed (byte* text = Utf8.Terminated(sql))
        {
            if (Api.Prepare(_handle, text, out var statement) == 0)
            {
                return new DuckStatement(this, statement);
            }

            using (statement)
            {
                throw DuckException.FromMessage(Utf8.Read(Api.PrepareError(statement)));
            }
        }
    }

    /// <summary>How many statements a text holds, by DuckDB's own parser.</summary>
    /// <exception cref="DuckException">It does not parse.</exception>
    public int CountStatements(string sql)
    {
        fixed (byte* text = Utf8.Terminated(sql))
        {
            var count = Api.ExtractStatements(_handle, text, out var extracted);
            using (extracted)
            {
                var error = Utf8.Read(Api.ExtractStatementsError(extracted));
                return count == 0 && error.Length > 0 ? throw DuckException.FromMessage(error) : checked((int)count);
            }
        }
    }

    /// <summary>Appends rows to a table much faster than INSERT does.</summary>
    /// <param name="table">Its name, unquoted.</param>
    /// <param name="database">Of an attached database; null for the connection's own.</param>
    public DuckAppender Append(string table, string? database = null)
    {
        fixed (byte* name = Utf8.Terminated(table), catalog = database is null ? null : Utf8.Terminated(database))
        {
            if (Api.CreateAppender(_handle, catalog, null, name, out var appender) == 0)
            {
                return new DuckAppender(appender);
            }

            using (appender)
            {
                throw DuckException.FromMessage(Utf8.Read(Api.AppenderError(appender)));
            }
        }
    }

    /// <summary>Makes a function of one text known to SQL, for all connections of the database. Nulls give nulls.</summary>
    /// <param name="call">Called from DuckDB's threads, many at once.</param>
    public void Register(string name, Func<string, string> call) => TextFunction.Register(_handle, name, call);

    /// <summary>Stops the statement that runs now, if any. The connection stays usable.</summary>
    public void Interrupt() => Api.Interrupt(_handle);

    public void Dispose() => _handle.Dispose();

    internal CancellationTokenRegistration StopOn(CancellationToken ct) => ct.UnsafeRegister(static c => ((DuckConnection)c!).Interrupt(), this);

    internal static Exception Error(ResultHandle result, CancellationToken ct)
    {
        var type = (DuckErrorType)Api.ResultErrorType(result.Pointer);
        var message = Utf8.Read(Api.ResultError(result.Pointer));
        return type == DuckErrorType.Interrupt && ct.IsCancellationRequested
            ? new OperationCanceledException(message, ct)
            : new DuckException(type, message);
    }
}
