using Purbalingga.DuckDb.Native;

namespace Purbalingga.DuckDb;

/// <summary>Columns and rows of an answer, read forward in chunks.</summary>
public sealed unsafe class DuckResult : IDisposable
{
    private readonly ResultHandle _handle;
    private readonly CancellationTokenRegistration _stop;
    private readonly CancellationToken _ct;
    private bool _ended;

    internal DuckResult(ResultHandle handle, CancellationTokenRegistration stop, CancellationToken ct)
    {
        (_handle, _stop, _ct) = (handle, stop, ct);
        var columns = new DuckColumn[Api.ColumnCount(handle.Pointer)];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new(Utf8.Read(Api.ColumnName(handle.Pointer, (ulong)i)), DuckType.Read(Api.ColumnLogicalType(handle.Pointer, (ulong)i)));
        }

        Columns = columns;
    }

    public IReadOnlyList<DuckColumn> Columns { get; }

    /// <summary>Rows inserted, updated or deleted; 0 for a SELECT.</summary>
    public long RowsChanged => (long)Api.RowsChanged(_handle.Pointer);

    /// <summary>The next rows, at least one; null at the end. Dispose it before asking for more, to keep memory flat.</summary>
    /// <exception cref="DuckException">The statement failed underway.</exception>
    /// <exception cref="OperationCanceledException">The token given to the query was cancelled.</exception>
    public DuckChunk? Next()
    {
        while (!_ended)
        {
            var chunk = Api.FetchChunk(*_handle.Pointer);
            if (chunk.IsInvalid)
            {
                chunk.Dispose();
                _ended = true;
                return Api.ResultError(_handle.Pointer) is not null and var error && *error != 0 ? throw DuckConnection.Error(_handle, _ct) : null;
            }

            var rows = (int)Api.ChunkSize(chunk);
            if (rows > 0)
            {
                return new DuckChunk(chunk, Columns, rows);
            }

            chunk.Dispose();
            _ended = true;
        }

        return null;
    }

    public void Dispose()
    {
        _stop.Dispose();
        _handle.Dispose();
    }
}
