using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users;

/// <summary>Writes down in the background when tokens and users were last seen.</summary>
internal sealed class LastSeenWriter(LastSeen lastSeen, WriteTransactions transactions, ILogger<LastSeenWriter> log) : BackgroundService
{
    private const int MaxBatch = 200;

    /// <summary>Writes everything that waits.</summary>
    /// <returns>How many were written.</returns>
    internal async Task<int> FlushAsync(CancellationToken ct)
    {
        var batch = new List<LastSeen.Use>();
        while (batch.Count < MaxBatch && lastSeen.Uses.TryRead(out var use))
        {
            batch.Add(use);
        }

        if (batch.Count == 0)
        {
            return 0;
        }

        await transactions.RunAsync(
            async (services, token) =>
            {
                var context = services.GetRequiredService<CatalogContext>();
                foreach (var use in batch)
                {
                    await context.ApiTokens.Where(t => t.Id == use.TokenId).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastAccess, use.At), token);
                    await context.Users.Where(u => u.Id == use.UserId).ExecuteUpdateAsync(set => set.SetProperty(u => u.LastActive, use.At), token);
                }

                return true;
            },
            ct);
        batch.ForEach(lastSeen.Written);
        return batch.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await lastSeen.Uses.WaitToReadAsync(stoppingToken))
        {
            try
            {
                await FlushAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Times of use are a convenience: a database that is away must not take the server down
                log.LogWarning(error, "Times of last use could not be written");
            }
        }
    }
}
