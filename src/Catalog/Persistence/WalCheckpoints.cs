using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Purbalingga.Catalog.Persistence;

/// <summary>
/// Carries SQLite's write-ahead log over into the database file beside the writers, which would otherwise stop for it in the middle of a change.
/// Nothing depends on it: SQLite does the same itself when the log grows long.
/// </summary>
internal sealed class WalCheckpoints(
    IDbContextFactory<CatalogContext> contexts, ChangeFeed feed, IOptions<DatabaseOptions> options, TimeProvider clock, ILogger<WalCheckpoints> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Engine != DatabaseEngine.Sqlite)
        {
            return;
        }

        long done = -1;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            var applied = feed.Applied;
            if (applied == done)
            {
                continue;
            }

            try
            {
                await using var context = await contexts.CreateDbContextAsync(stoppingToken);
                await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)", stoppingToken);
                done = applied;
            }
            catch (SqliteException error)
            {
                log.LogWarning(error, "The write-ahead log could not be carried over now; it is tried again");
            }
        }
    }
}
