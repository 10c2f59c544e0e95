using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Purbalingga.Search;

namespace Purbalingga.Catalog.Discovery;

/// <summary>Saves the index now and then and when the server stops, so that a start has little to catch up on. Losing a snapshot loses nothing.</summary>
internal sealed class IndexSaver(ISearchIndex index, TimeProvider clock, ILogger<IndexSaver> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await index.SaveAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var saved = index.AppliedSequence;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            var applied = index.AppliedSequence;
            if (applied == saved)
            {
                continue;
            }

            try
            {
                await index.SaveAsync(stoppingToken);
                saved = applied;
            }
            catch (IOException error)
            {
                log.LogError(error, "The index could not be saved; its changes are still in the change log");
            }
        }
    }
}
