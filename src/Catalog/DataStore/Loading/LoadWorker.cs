using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Loads uploaded files into the DataStore, one at a time in the order in which they came, soon after their change was committed; at start what was left over.</summary>
internal sealed class LoadWorker(
    LoadLedger ledger, TableLoader loader, TableExaminer examiner, LoadBell bell, LoadBoard board, IOptions<DataStoreOptions> options, TimeProvider clock, ILogger<LoadWorker> log) : BackgroundService
{
    /// <summary>How soon a load stops that is no longer wanted.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    /// <summary>Tables to look over when nothing is to be loaded.</summary>
    private readonly Queue<string> _unexamined = [];

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
                    foreach (var id in await ledger.UnexaminedAsync(stoppingToken))
                    {
                        _unexamined.Enqueue(id);
                    }

                    recovered = true;
                }

                while (await WorkAsync(stoppingToken))
                {
                }

                await bell.WaitAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                recovered = false; // what was under way is ordered again
                log.LogError(error, "Loading uploads into the DataStore stopped; it goes on in {Seconds} seconds", AfterTrouble.TotalSeconds);
                await Task.Delay(AfterTrouble, clock, stoppingToken);
            }
        }
    }

    private async Task<bool> WorkAsync(CancellationToken stoppingToken)
    {
        if (await ledger.TakeAsync(stoppingToken) is { } job)
        {
            await RunAsync(job, stoppingToken);
            return true;
        }

        if (_unexamined.TryDequeue(out var id))
        {
            await ExamineAsync(id, stoppingToken);
            return true;
        }

        return false;
    }

    private async Task ExamineAsync(string id, CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var work = Task.Run(() => examiner.RunAsync(id, stop.Token), CancellationToken.None);
        try
        {
            while (await Task.WhenAny(work, Task.Delay(Look, clock, CancellationToken.None)) != work)
            {
                if (!stop.IsCancellationRequested && await ledger.HasOrdersAsync(CancellationToken.None))
                {
                    await stop.CancelAsync();
                }
            }

            await work;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // A file that came in goes first
            _unexamined.Enqueue(id);
        }
        finally
        {
            await stop.CancelAsync();
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(LoadJob job, CancellationToken stoppingToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var progress = new LoadProgress(job, clock);
        board.Current = progress;
        var work = Task.Run(() => loader.RunAsync(progress, stop.Token), CancellationToken.None);
        try
        {
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
            if (outcome.Table is not null)
            {
                _unexamined.Enqueue(job.ResourceId);
            }
        }
        finally
        {
            // Also when the records failed: no load may run beside the next one
            await stop.CancelAsync();
            await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
