using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Storage;
using Purbalingga.Tables;
using Purbalingga.Tables.Sniffing;

namespace Purbalingga.Catalog.Resources.Tables;

/// <summary>Reads uploaded files as tables, once for the same bytes, and keeps what that showed.</summary>
internal sealed class TableInspections(
    IDbContextFactory<CatalogContext> contexts, WriteTransactions transactions, IFileStorage storage, TimeProvider clock)
{
    private static readonly HashSet<string> TableFormats = new(["CSV", "TSV", "XLS", "XLSX", "XLSB"], StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Lazy<Task<TableInspection>>> _running = new();

    /// <summary>Whether a format label claims that the file is a table, so that one that cannot be read is wrong.</summary>
    public static bool IsTableFormat(string format) => TableFormats.Contains(format);

    /// <summary>What the file of a hash holds; read now when nobody has read it yet.</summary>
    /// <param name="format">Format label that its owner gave: a file that claims to be a table and is none gets an error.</param>
    public async Task<TableInspection> OfAsync(string hash, string format, CancellationToken ct)
    {
        await using (var context = await contexts.CreateDbContextAsync(ct))
        {
            if (await context.TableInspections.AsNoTracking().FirstOrDefaultAsync(i => i.Hash == hash, ct) is { } known)
            {
                return known;
            }
        }

        // One reading for all who ask; it goes on when one of them leaves
        var reading = _running.GetOrAdd(hash, key => new Lazy<Task<TableInspection>>(() => InspectAsync(key, format)));
        return await reading.Value.WaitAsync(ct);
    }

    private async Task<TableInspection> InspectAsync(string hash, string format)
    {
        try
        {
            var inspection = await ReadAsync(hash, format);
            await transactions.RunAsync(async (services, token) =>
            {
                var context = services.GetRequiredService<CatalogContext>();
                if (!await context.TableInspections.AnyAsync(i => i.Hash == hash, token))
                {
                    context.TableInspections.Add(inspection);
                }

                return Nothing.Value;
            }, CancellationToken.None);
            return inspection;
        }
        finally
        {
            _running.TryRemove(hash, out _);
        }
    }

    private async Task<TableInspection> ReadAsync(string hash, string format)
    {
        var inspection = new TableInspection { Hash = hash, Inspected = clock.Now() };
        try
        {
            await using var stream = storage.Open(hash);
            var kind = await FileSniffer.SniffAsync(stream, null);
            if (kind.IsTable() || kind.IsArchive() || TableFormats.Contains(format))
            {
                var preview = await TablePreviews.ReadAsync(stream);
                inspection.PreviewJson = TablePreviewJson.Of(preview).ToJsonString(CatalogJson.Options);
            }
        }
        catch (TableReadException error) when (error.IsNoTable && !TableFormats.Contains(format))
        {
            // A file beside the tables, which it need not be: neither a preview nor an error
        }
        catch (TableReadException error)
        {
            inspection.ErrorJson = TablePreviewJson.Of(error).ToJsonString(CatalogJson.Options);
        }
        catch (FileNotFoundException)
        {
            inspection.ErrorJson = TablePreviewJson.Of(new TableReadException(new TableMessage(
                "Berkas ini tidak ada lagi di penyimpanan. Unggah ulang berkasnya.", "This file is no longer in the store. Upload it again.")))
                .ToJsonString(CatalogJson.Options);
        }

        return inspection;
    }
}
