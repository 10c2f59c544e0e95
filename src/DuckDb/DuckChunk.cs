using Purbalingga.DuckDb.Native;

namespace Purbalingga.DuckDb;

/// <summary>Up to 2,048 rows of a result.</summary>
public sealed class DuckChunk : IDisposable
{
    private readonly ChunkHandle _handle;
    private readonly IReadOnlyList<DuckColumn> _columns;

    internal DuckChunk(ChunkHandle handle, IReadOnlyList<DuckColumn> columns, int count) => (_handle, _columns, Count) = (handle, columns, count);

    /// <summary>Rows.</summary>
    public int Count { get; }

    internal bool IsDisposed => _handle.IsClosed;

    /// <summary>The values of one column, to be read until the chunk is disposed.</summary>
    public DuckVector this[int column] => new(this, Api.ChunkVector(_handle, (ulong)column), _columns[column].Type, Count);

    public void Dispose() => _handle.Dispose();
}
