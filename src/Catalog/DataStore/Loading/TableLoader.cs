using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;
using Purbalingga.Catalog.Resources.Tables;
using Purbalingga.Catalog.Storage;
using Purbalingga.Tables;
using Purbalingga.Tables.Planning;
using Purbalingga.Tables.Sniffing;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Does one job: brings an uploaded file into the table of its resource, or takes the table away when the file is gone.</summary>
internal sealed class TableLoader(
    IDataStore store, ActiveFlags flags, LoadLedger ledger, IDbContextFactory<CatalogContext> contexts, IFileStorage storage, TimeProvider clock, ILogger<TableLoader> log)
{
    /// <returns>How it ended; whatever goes wrong with the file or the server is an outcome too.</returns>
    /// <exception cref="OperationCanceledException">The table is as it was before, or the new one already.</exception>
    public async Task<LoadOutcome> RunAsync(LoadProgress progress, CancellationToken ct)
    {
        var job = progress.Job;
        Resource? resource;
        await using (var context = await contexts.CreateDbContextAsync(ct))
        {
            resource = await context.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Id == job.ResourceId && r.State == RecordState.Active, ct);
        }

        if (resource?.FileHash is not { } hash)
        {
            await DropAsync(job, ct);
            return new LoadOutcome(LoadState.NoTable) { IsWithoutTable = true, IsForgotten = true };
        }

        try
        {
            return await LoadAsync(resource, hash, progress, ct);
        }
        catch (TableReadException error) when (error.IsNoTable && !TableInspections.IsTableFormat(resource.Format))
        {
            return await NoTableAsync(progress, ct);
        }
        catch (TableReadException error)
        {
            return await FailedAsync(LoadErrors.Of(error), progress, ct);
        }
        catch (FileNotFoundException)
        {
            return await FailedAsync(LoadErrors.Of(LoadErrors.Lost), progress, ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            log.LogError(error, "The file of resource {Resource} could not be loaded", job.ResourceId);
            return await FailedAsync(LoadErrors.Of(LoadErrors.Server), progress, ct);
        }
    }

    private async Task<LoadOutcome> LoadAsync(Resource resource, string hash, LoadProgress progress, CancellationToken ct)
    {
        var job = progress.Job;
        if (await store.FindAsync(job.ResourceId, ct) is { } present && present.Id == job.ResourceId)
        {
            if (!job.OwnsTable)
            {
                progress.Log.Write(LoadMessages.Foreign);
                return new LoadOutcome(LoadState.Foreign);
            }

            if (job.LoadedHash == hash && !job.Again)
            {
                progress.Log.Write(LoadMessages.Current);
                return new LoadOutcome(LoadState.Complete);
            }
        }
        else
        {
            present = null;
        }

        await using var stream = new WatchedStream(storage.Open(hash), progress);
        var kind = await FileSniffer.SniffAsync(stream, FileName(resource), ct);
        if (!kind.IsTable() && !kind.IsArchive() && !TableInspections.IsTableFormat(resource.Format))
        {
            return await NoTableAsync(progress, ct);
        }

        var started = clock.GetTimestamp();
        progress.Begin(LoadProgress.Planning, stream.Length);
        progress.Log.Write(LoadMessages.Begin(stream.Length));
        var plan = await PlanAsync(stream, FileName(resource), job.CorrectionJson, present, progress.Log, ct);

        await ledger.OwnAsync(job, ct);
        progress.Begin(LoadProgress.Loading, stream.Length);
        var load = new TableLoad(job.ResourceId, LoadColumns.Of(plan, present));
        long rows;
        try
        {
            rows = (await store.LoadAsync(load, PlannedBatches.ReadAsync(stream, plan, ct), progress, ct)).Count;
        }
        catch (DataStoreException error)
        {
            var row = error.Row is { } index && error.Error != DataStoreError.DuplicateKey ? await PlannedBatches.RowOfAsync(stream, plan, index, ct) : null;
            return await FailedAsync(LoadErrors.Of(error, plan.Sheet.Name.Length > 0 ? plan.Sheet.Name : null, row, present?.PrimaryKey ?? []), progress, ct);
        }

        await flags.SetAsync(job.ResourceId, true, CancellationToken.None);
        progress.Log.Write(LoadMessages.Done(rows, clock.GetElapsedTime(started).TotalSeconds));
        return new LoadOutcome(LoadState.Complete) { Table = new LoadedTable(hash, rows, PlanJson.Write(plan)) };
    }

    private static async Task<TablePlan> PlanAsync(Stream stream, string fileName, string? correctionJson, DataTable? present, LoadLog lines, CancellationToken ct)
    {
        var correction = LoadColumns.WithOverrides(correctionJson is null ? new TableCorrection() : PlanJson.ReadCorrection(correctionJson), present);
        var options = new TablePlanOptions { Read = new TableReadOptions { FileName = fileName }, Corrections = [correction] };
        var file = await TablePlanner.PlanAsync(stream, options, ct);
        var plan = (correction.Sheet is null ? null : file.Tables.FirstOrDefault(t => string.Equals(t.Sheet.Name, correction.Sheet, StringComparison.OrdinalIgnoreCase))) ?? file.Main;
        foreach (var sheet in file.LeftOut.Take(20))
        {
            lines.Write(LoadMessages.LeftOutSheet(sheet.Name, sheet.Hidden));
        }

        foreach (var other in file.Tables.Where(t => t != plan).Take(20))
        {
            lines.Write(LoadMessages.OtherTable(other.Sheet.Name));
        }

        if (plan.LeftOut.Count > 0)
        {
            lines.Write(LoadMessages.LeftOut(plan.LeftOut.Count));
        }

        foreach (var warning in plan.Warnings.Take(50))
        {
            lines.Write(warning.Text);
        }

        lines.Write(LoadMessages.Planned(plan.Sheet.Name, plan.Columns.Count, plan.Rows));
        return plan;
    }

    private async Task<LoadOutcome> NoTableAsync(LoadProgress progress, CancellationToken ct)
    {
        progress.Log.Write(LoadMessages.NoTable);
        await DropAsync(progress.Job, ct);
        return new LoadOutcome(LoadState.NoTable) { IsWithoutTable = progress.Job.OwnsTable };
    }

    // An old table stays; one that there is not yet must not be taken for the loader's when somebody else makes it
    private async Task<LoadOutcome> FailedAsync(JsonObject error, LoadProgress progress, CancellationToken ct)
    {
        progress.Log.Write(new TableMessage((string)error["message_id"]!, (string)error["message_en"]!));
        var hasTable = await store.FindAsync(progress.Job.ResourceId, ct) is { } table && table.Id == progress.Job.ResourceId;
        if (hasTable)
        {
            progress.Log.Write(LoadMessages.KeptTable);
        }

        return new LoadOutcome(LoadState.Error) { Error = error, IsWithoutTable = !hasTable };
    }

    private async Task DropAsync(LoadJob job, CancellationToken ct)
    {
        if (job.OwnsTable)
        {
            await store.DropAsync(job.ResourceId, ct);
            await flags.SetAsync(job.ResourceId, false, CancellationToken.None);
        }
    }

    private static string FileName(Resource resource) => resource.Url[(resource.Url.LastIndexOf('/') + 1)..];
}
