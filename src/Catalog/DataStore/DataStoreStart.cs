using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Opens the engine after the records are ready, then mends in the background what a kill left half done.</summary>
internal sealed class DataStoreStart(IDataStore store, ActiveFlags flags, ILogger<DataStoreStart> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.StartAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await flags.MendAsync(stoppingToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Comparing tables with resources stopped; it is done again at the next start");
        }
    }
}
