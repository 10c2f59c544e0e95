using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Tables;

namespace Purbalingga.Catalog.DataStore.Exports;

/// <summary>One dump in one format.</summary>
/// <param name="about">Lines of a workbook's second sheet, to which those of the columns are added; made when they are needed.</param>
internal sealed class TableExport(IDataStore store, KeptExports kept, DataQuery query, ExportFormat format, DumpStyle style, TimeSpan limit, Func<List<SheetLine>> about) : DataStoreDump
{
    private DataRows? _rows;

    private bool IsByEngine => format.Key == "parquet" && store is IParquetExports;

    // Of the whole table only: parts of it are too many
    public override bool IsKept => Tag is not null && style.IsWhole && format.Key is "parquet" or "xlsx";

    // The engine asks itself for what it writes itself
    public override async Task OpenAsync(CancellationToken ct) => _rows ??= IsByEngine ? null : await ToldAsync(async () => await store.QueryAsync(query, limit, ct));

    public override Task WriteAsync(Stream output, CancellationToken ct) => ToldAsync(async () =>
    {
        if (IsByEngine)
        {
            await WriteFileAsync(output, ct);
            return true;
        }

        await OpenAsync(ct);
        await (format.Key switch
        {
            "xlsx" => WriteSheetsAsync(_rows!, output, ct),
            "parquet" => new ParquetTableWriter().WriteAsync(output, SheetCells.Of(_rows!, ct), new TableWriteOptions { TempFolder = kept.Folder }, ct),
            "ndjson" => new ObjectLines(_rows!, style.Milliseconds).WriteAsync(output, ct),
            "geojson" => new ObjectLines(_rows!, style.Milliseconds).WriteFeaturesAsync(output, ct),
            _ => new DumpWriter(_rows!, format.Key, style.Mark, style.Safe, style.Milliseconds).WriteAsync(output, ct),
        });
        return true;
    });

    public override Task<string> FileAsync(CancellationToken ct) => ToldAsync(() => kept.GetAsync($"{Tag}.{format.Key}", MakeAsync, ct));

    protected override ValueTask CloseAsync() => _rows?.DisposeAsync() ?? ValueTask.CompletedTask;

    // For all who wait for it, so no one's leaving stops it
    private async Task MakeAsync(string path)
    {
        if (format.Key == "parquet" && store is IParquetExports parquet)
        {
            await parquet.ExportParquetAsync(query, path, limit, CancellationToken.None);
            return;
        }

        await using var rows = await store.QueryAsync(query, limit, CancellationToken.None);
        await using var output = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024, FileOptions.Asynchronous);
        await WriteSheetsAsync(rows, output, CancellationToken.None);
    }

    private async Task WriteFileAsync(Stream output, CancellationToken ct)
    {
        var path = kept.NewPath();
        try
        {
            await ((IParquetExports)store).ExportParquetAsync(query, path, limit, ct);
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await file.CopyToAsync(output, ct);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private Task<long> WriteSheetsAsync(DataRows rows, Stream output, CancellationToken ct)
    {
        var lines = about();
        AboutSheet.AddColumns(lines, rows.Columns);
        return new XlsxTableWriter().WriteAsync(output, SheetCells.Of(rows, ct), new TableWriteOptions { Metadata = lines, MetadataSheetName = AboutSheet.Name }, ct);
    }

    private async Task<T> ToldAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DataStoreException error)
        {
            throw StoreErrors.OfSearch(error, query.TableId);
        }
        catch (TableWriteException error)
        {
            throw InvalidException.Field("format", $"{error.Text.Indonesian} / {error.Text.English}");
        }
    }
}
