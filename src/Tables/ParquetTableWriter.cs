using Purbalingga.Tables.Writing;

namespace Purbalingga.Tables;

/// <summary>
/// Writes Parquet (Snappy) by DuckDB: text, BIGINT, DOUBLE, BOOLEAN, DATE and TIMESTAMP columns named by the headers. A column with a cell
/// that is not of its type becomes text. The table lies on disk while it is written, so memory does not grow with it.
/// </summary>
public sealed class ParquetTableWriter : ITableWriter
{
    private const int RowsAtOnce = 2048;

    public TargetFormat Format => TargetFormat.Parquet;

    /// <inheritdoc/>
    public async Task<long> WriteAsync(Stream output, TableContent content, TableWriteOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(content);
        options ??= TableWriteOptions.Default;
        using var stage = new ParquetStage(content.Columns, Path.Combine(options.TempFolder ?? Path.GetTempPath(), $"parquet-{Path.GetRandomFileName()}"));
        long rows = 0;
        await foreach (var row in content.Rows.WithCancellation(ct).ConfigureAwait(false))
        {
            stage.Add(row);
            if (++rows % RowsAtOnce == 0)
            {
                ct.ThrowIfCancellationRequested();
            }
        }

        var path = await Task.Run(() => stage.Copy(Headers.Of(content.Columns, options.Header), ct), ct).ConfigureAwait(false);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (file.ConfigureAwait(false))
        {
            await file.CopyToAsync(output, ct).ConfigureAwait(false);
        }

        await output.FlushAsync(ct).ConfigureAwait(false);
        return rows;
    }
}
