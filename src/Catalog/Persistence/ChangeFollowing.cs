using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Purbalingga.Catalog.Persistence;

/// <summary>Looks again and again for changes that other nodes and commands committed.</summary>
internal sealed class ChangeFollowing(
    ChangeFeed feed, IOptions<DatabaseOptions> options, TimeProvider clock, ILogger<ChangeFollowing> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.FollowMilliseconds), clock);
        var away = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await feed.CatchUpAsync(stoppingToken);
                away = false;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // A database that is away for a while must not take the server down; one line says so, not two a second
                log.Log(away ? LogLevel.Debug : LogLevel.Error, error, "The change log cannot be read; trying again");
                away = true;
            }
        }
    }
}
