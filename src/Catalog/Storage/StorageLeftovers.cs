using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Purbalingga.Catalog.Storage;

/// <summary>At start, takes away uploads that an earlier process did not finish.</summary>
internal sealed class StorageLeftovers(LocalFileStorage storage, ILogger<StorageLeftovers> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var count = storage.RemoveLeftovers();
        if (count > 0)
        {
            log.LogInformation("Removed {Count} unfinished uploads", count);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
