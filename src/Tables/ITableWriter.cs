namespace Purbalingga.Tables;

/// <summary>Writes a table as a stream, in memory that does not grow with its rows.</summary>
public interface ITableWriter
{
    TargetFormat Format { get; }

    /// <summary>Writes the whole table.</summary>
    /// <param name="output">Only written to, and only asynchronously; need not be seekable; left open and flushed.</param>
    /// <param name="content">Its rows are read once.</param>
    /// <param name="options">Null for <see cref="TableWriteOptions.Default"/>.</param>
    /// <param name="ct">Stops between rows; what has been written is then no whole file.</param>
    /// <returns>Number of data rows written.</returns>
    Task<long> WriteAsync(Stream output, TableContent content, TableWriteOptions? options = null, CancellationToken ct = default);
}
