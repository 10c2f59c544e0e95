using Purbalingga.Tables.Reading.Archives;
using Purbalingga.Tables.Reading.Csv;
using Purbalingga.Tables.Reading.Excel;
using Purbalingga.Tables.Reading.Json;
using Purbalingga.Tables.Reading.Ods;
using Purbalingga.Tables.Reading.Parquet;
using Purbalingga.Tables.Sniffing;

namespace Purbalingga.Tables;

/// <summary>Opens whatever was uploaded as rows and cells.</summary>
public static class TableReaders
{
    private static readonly ITableReader[] Readers = [new CsvTableReader(), new XlsxTableReader(), new ExcelTableReader(), new OdsTableReader(), new JsonTableReader(), new ParquetTableReader(), new ArchiveTableReader()];

    /// <summary>Sniffs the file and opens it with the reader for what it really is.</summary>
    /// <param name="source">Seekable; read from its beginning, left open when the file is disposed.</param>
    /// <param name="options">Null for <see cref="TableReadOptions.Default"/>.</param>
    /// <param name="ct">Stops the opening.</param>
    /// <exception cref="TableReadException">The file is no table, broken, encrypted or over a limit.</exception>
    public static async Task<ITableFile> OpenAsync(Stream source, TableReadOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= TableReadOptions.Default;
        if (source.Length == 0)
        {
            throw new TableReadException(TableMessages.EmptyFile);
        }

        var kind = await FileSniffer.SniffAsync(source, options.FileName, ct).ConfigureAwait(false);
        var readAs = kind == FileKind.Text ? FileKind.Csv : kind; // one column, or too short to tell
        var reader = Array.Find(Readers, r => r.CanRead(readAs)) ?? throw new TableReadException(TableMessages.NoTable(kind));
        return await reader.OpenAsync(source, readAs, options, ct).ConfigureAwait(false);
    }
}
