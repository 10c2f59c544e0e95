using Purbalingga.DuckDb;

namespace Purbalingga.Tables.Reading.Parquet;

/// <summary>Opens Parquet through DuckDB, which reads files only: the table lies in a temporary one while it is open.</summary>
internal sealed class ParquetTableReader : ITableReader
{
    public bool CanRead(FileKind kind) => kind is FileKind.Parquet;

    public async Task<ITableFile> OpenAsync(Stream source, FileKind kind, TableReadOptions options, CancellationToken ct)
    {
        var path = Path.Combine(options.TempFolder ?? Path.GetTempPath(), $"table-{Path.GetRandomFileName()}.parquet");
        ParquetTableFile? file = null;
        try
        {
            source.Position = 0;
            var copy = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            await using (copy.ConfigureAwait(false))
            {
                await source.CopyToAsync(copy, ct).ConfigureAwait(false);
            }

            file = new ParquetTableFile(path, options.Limits);
            file.ReadColumns(ct);
            return file;
        }
        catch (DuckException error)
        {
            throw new TableReadException(TableMessages.BrokenParquet, error);
        }
        finally
        {
            if (file is null || file.Sheets.Count == 0)
            {
                file?.Close();
                File.Delete(path);
            }
        }
    }
}
