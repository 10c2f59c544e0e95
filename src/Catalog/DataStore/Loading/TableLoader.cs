using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.DataStore.Csv;
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
        var format = "";
        try
        {
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

            format = resource.Format;
            return await LoadAsync(resource, hash, progress, ct);
        }
        catch (TableReadException error) when (error.IsNoTable && !TableInspections.IsTableFormat(format))
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
        var correction = LoadColumns.WithOverrides(job.CorrectionJson is null ? new TableCorrection() : PlanJson.ReadCorrection(job.CorrectionJson), present);
        var options = new TablePlanOptions { Read = new TableReadOptions { FileName = FileName(resource) }, Corrections = [correction] };
        TablePlan? plan = null;
        long rows;
        try
        {
            if (job.CorrectionJson is null && kind is FileKind.Csv or FileKind.Tsv && await LoadByHeadAsync(stream, hash, options, present, progress, ct) is { } quick)
            {
                (plan, rows) = (quick, quick.Rows);
            }
            else
            {
                progress.Begin(LoadProgress.Planning, stream.Length);
                plan = await PlanAsync(stream, options, progress.Log, ct);
                await ledger.OwnAsync(job, ct);
                progress.Begin(LoadProgress.Loading, stream.Length);
                rows = (await store.LoadAsync(new TableLoad(job.ResourceId, LoadColumns.Of(plan, present)), PlannedBatches.ReadAsync(stream, plan, ct), progress, ct)).Count;
            }
        }
        catch (DataStoreException error)
        {
            var row = plan is not null && error.Row is { } index && error.Error != DataStoreError.DuplicateKey ? await PlannedBatches.RowOfAsync(stream, plan, index, ct) : null;
            return await FailedAsync(LoadErrors.Of(error, plan?.Sheet.Name is { Length: > 0 } sheet ? sheet : null, row, present?.PrimaryKey ?? []), progress, ct);
        }

        await flags.SetAsync(job.ResourceId, true, CancellationToken.None);
        progress.Log.Write(LoadMessages.Done(rows, clock.GetElapsedTime(started).TotalSeconds));
        return new LoadOutcome(LoadState.Complete) { Table = new LoadedTable(hash, rows, PlanJson.Write(plan)) };
    }

    // A large plain file is planned by its head and read by the engine itself, which proves the plan for all of it; null when it cannot
    private async Task<TablePlan?> LoadByHeadAsync(Stream stream, string hash, TablePlanOptions options, DataTable? present, LoadProgress progress, CancellationToken ct)
    {
        if (store is not ICsvLoads engine || stream.Length < CsvTexts.FewestBytes || storage.LocalPath(hash) is not { } path)
        {
            return null;
        }

        var head = (await TablePlanner.PlanAsync(stream, options with { EvidenceRows = CsvTexts.HeadRows }, ct)).Main;
        if (head.IsWhole || await CsvTexts.OfAsync(path, stream, head, ct) is not { } text)
        {
            return null;
        }

        await ledger.OwnAsync(progress.Job, ct);
        progress.Begin(LoadProgress.Loading, stream.Length);
        if (await engine.LoadCsvAsync(new TableLoad(progress.Job.ResourceId, LoadColumns.Of(head, present)), text, progress, ct) is not { } result)
        {
            return null;
        }

        progress.Log.Write(LoadMessages.Planned(head.Sheet.Name, head.Columns.Count, result.Count));
        return head with { IsWhole = true, Rows = result.Count };
    }

    private static async Task<TablePlan> PlanAsync(Stream stream, TablePlanOptions options, LoadLog lines, CancellationToken ct)
    {
        var correction = options.Corrections[0];
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
