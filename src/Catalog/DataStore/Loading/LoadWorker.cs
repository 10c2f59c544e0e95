using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Loads uploaded files into the DataStore, one at a time in the order in which they came, soon after their change was committed; at start what was left over.</summary>
internal sealed class LoadWorker(
    LoadLedger ledger, TableLoader loader, LoadBell bell, LoadBoard board, IOptions<DataStoreOptions> options, TimeProvider clock, ILogger<LoadWorker> log) : BackgroundService
{
    /// <summary>How soon a load stops that is no longer wanted.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.LoadUploads)
        {
            return;
        }

        // The start of the host must not wait for what was left over
        await Task.Yield();
        var recovered = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!recovered)
                {
                    await ledger.RecoverAsync(stoppingToken);
                    recovered = true;
                }

                while (await ledger.TakeAsync(stoppingToken) is { } job)
                {
                    await RunAsync(job, stoppingToken);
                }

                await bell.WaitAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(error, "Loading uploads into the DataStore stopped; it goes on in {Seconds} seconds", AfterTrouble.TotalSeconds);
                await Task.Delay(AfterTrouble, clock, stoppingToken);
            }
        }
    }

    private async Task RunAsync(LoadJob job, CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var progress = new LoadProgress(job, clock);
        board.Current = progress;
        try
        {
            var work = Task.Run(() => loader.RunAsync(progress, stop.Token), CancellationToken.None);
            while (await Task.WhenAny(work, Task.Delay(Look, clock, CancellationToken.None)) != work)
            {
                if (!stop.IsCancellationRequested && !await ledger.IsWantedAsync(job, CancellationToken.None))
                {
                    await stop.CancelAsync();
                }
            }

            var outcome = await OutcomeAsync(work, progress, stop.Token);
            if (outcome.State == LoadState.Cancelled && stoppingToken.IsCancellationRequested)
            {
                // Still marked as running, so that it begins again at the next start
                return;
            }

            await ledger.FinishAsync(job, outcome, progress.Log, CancellationToken.None);
        }
        finally
        {
            await stop.CancelAsync();
            board.Current = null;
        }
    }

    private static async Task<LoadOutcome> OutcomeAsync(Task<LoadOutcome> work, LoadProgress progress, CancellationToken stop)
    {
        try
        {
            return await work;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // What engines and readers throw when they are stopped is their business
            progress.Log.Write(LoadMessages.Cancelled);
            return new LoadOutcome(LoadState.Cancelled);
        }
    }
}
