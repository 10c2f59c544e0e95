namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>
/// An answer on its way. It is a picture of one moment: writes that come while it is read do not show in it. Dispose it in any case, also when it was not read to
/// its end; the engine then stops working on it.
/// </summary>
public abstract class DataRows : IAsyncDisposable
{
    /// <summary>Of the rows, in their order.</summary>
    public abstract IReadOnlyList<DataColumn> Columns { get; }

    /// <summary>How many rows match in all; null when it was not asked for.</summary>
    public abstract long? Total { get; }

    /// <summary>The rows, once. Batches are small (some thousand rows), so the memory does not grow with the answer.</summary>
    /// <exception cref="DataStoreException"><see cref="DataStoreError.TooSlow"/>, <see cref="DataStoreError.Query"/>.</exception>
    public abstract IAsyncEnumerable<DataBatch> ReadAsync(CancellationToken ct);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask CloseAsync();
}
