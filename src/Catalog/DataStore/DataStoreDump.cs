namespace Purbalingga.Catalog.DataStore;

/// <summary>A whole table, or what filters leave of it, on its way out. Dispose it in any case.</summary>
/// <param name="fileName">For the browser: the resource's id with the format's ending.</param>
/// <param name="write">Writes all of it, once, while it is read.</param>
public sealed class DataStoreDump(string fileName, string mediaType, Func<Stream, CancellationToken, Task> write, IAsyncDisposable rows) : IAsyncDisposable
{
    public string FileName => fileName;

    public string MediaType => mediaType;

    public Task WriteAsync(Stream output, CancellationToken ct) => write(output, ct);

    public ValueTask DisposeAsync() => rows.DisposeAsync();
}
