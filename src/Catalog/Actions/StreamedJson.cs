namespace Purbalingga.Catalog.Actions;

/// <summary>
/// A result too large to be held as a whole: written while it is read. What can go wrong with the call has been found out before; what goes wrong while writing breaks
/// the answer off. Dispose it in any case.
/// </summary>
/// <param name="write">Writes one complete JSON value in UTF-8, once; uses nothing of the action's scope.</param>
/// <param name="source">What it reads from; disposed with it.</param>
public sealed class StreamedJson(Func<Stream, CancellationToken, Task> write, IAsyncDisposable source) : IAsyncDisposable
{
    public Task WriteAsync(Stream output, CancellationToken ct) => write(output, ct);

    /// <summary>All of it, for callers inside the process that need it at once.</summary>
    public async Task<ReadOnlyMemory<byte>> BytesAsync(CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        await write(buffer, ct);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
