namespace Purbalingga.Catalog.DataStore;

/// <summary>A table, or what a query leaves of it, on its way out. Nothing is read before it is opened or its file is asked for. Dispose it in any case.</summary>
public abstract class DataStoreDump : IAsyncDisposable
{
    /// <summary>For the browser: the resource's id with the format's ending.</summary>
    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Anybody may have it.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>Of what will be written, without quotation marks: another one when rows, columns, query or format are others. Null where the engine cannot tell.</summary>
    public required string? Tag { get; init; }

    /// <summary>Whether it is kept as a file, which has a length and can be given in parts.</summary>
    public abstract bool IsKept { get; }

    /// <summary>Asks the engine.</summary>
    /// <exception cref="Actions.CatalogException">The query is wrong or takes too long.</exception>
    public abstract Task OpenAsync(CancellationToken ct);

    /// <summary>Writes all of it, once, while it is read.</summary>
    /// <exception cref="Actions.CatalogException">As <see cref="OpenAsync"/>; the rows cannot be written in the format, and nothing has been written then.</exception>
    public abstract Task WriteAsync(Stream output, CancellationToken ct);

    /// <summary>The kept file, made when it is not there yet.</summary>
    /// <exception cref="Actions.CatalogException">As <see cref="WriteAsync"/>.</exception>
    public abstract Task<string> FileAsync(CancellationToken ct);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask CloseAsync();
}
