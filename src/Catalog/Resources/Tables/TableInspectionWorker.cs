using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Resources.Tables;

/// <summary>Reads new uploads as tables in the background, soon after their change was committed; at start those that were left over.</summary>
internal sealed class TableInspectionWorker(
    IDbContextFactory<CatalogContext> contexts, TableInspections inspections, InspectionBell bell, ILogger<TableInspectionWorker> log) : BackgroundService
{
    private const int Page = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await ReadSomeAsync(stoppingToken))
                {
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "Reading uploads as tables stopped; it goes on with the next change");
            }

            await bell.WaitAsync(stoppingToken);
        }
    }

    private async Task<bool> ReadSomeAsync(CancellationToken ct)
    {
        List<(string Hash, string Format)> open;
        await using (var context = await contexts.CreateDbContextAsync(ct))
        {
            var rows = await context.Resources.AsNoTracking()
                .Where(r => r.Inspection == InspectionState.Waiting && r.FileHash != null).Take(Page).Select(r => new { r.FileHash, r.Format }).ToListAsync(ct);
            open = [.. rows.Select(r => (r.FileHash!, r.Format)).Distinct()];
        }

        foreach (var (hash, format) in open)
        {
            await inspections.OfAsync(hash, format, ct);
            await using var context = await contexts.CreateDbContextAsync(ct);
            await context.Resources.Where(r => r.FileHash == hash && r.Inspection == InspectionState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Inspection, InspectionState.NothingToDo), ct);
        }

        return open.Count > 0;
    }
}
