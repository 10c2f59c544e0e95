using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Purbalingga.Catalog.Persistence;

/// <summary>Makes the catalog ready to be used: records migrated, followers loaded. A host starts it first; a command calls it by itself.</summary>
public sealed class CatalogStart(CatalogDatabase database, ChangeFeed feed, IOptions<DatabaseOptions> options) : IHostedService
{
    /// <exception cref="InvalidOperationException">The records are of another version and may not be migrated at start.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MigrateAtStart)
        {
            await database.MigrateAsync(cancellationToken);
        }
        else if (await database.PendingAsync(cancellationToken) is { Count: > 0 } pending)
        {
            throw new InvalidOperationException($"The records lack {string.Join(", ", pending)}; run the command \"db migrate\" first");
        }

        await feed.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
