using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Looks over tables after they were loaded: they are served already, so nobody waits for it.</summary>
internal sealed class TableExaminer(TableProfiler profiler, TableValidator validator, LoadLedger ledger, ILogger<TableExaminer> log)
{
    /// <exception cref="OperationCanceledException">Something else is more urgent; nothing was kept.</exception>
    public async Task RunAsync(string resourceId, CancellationToken ct)
    {
        try
        {
            if (await ledger.LoadedHashAsync(resourceId, ct) is { } hash && await profiler.RunAsync(resourceId, ct) is { } profile)
            {
                await ledger.KeepAsync(resourceId, hash, profile, await ValidateAsync(resourceId, ct), CancellationToken.None);
            }
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            log.LogError(error, "The table of resource {Resource} could not be looked over; it is tried again at the next start", resourceId);
        }
    }

    private async Task<JsonObject?> ValidateAsync(string resourceId, CancellationToken ct)
    {
        try
        {
            return await validator.RunAsync(resourceId, ct);
        }
        catch (DataStoreException error) when (error.Error == DataStoreError.TooSlow)
        {
            log.LogWarning("The table of resource {Resource} takes too long to be checked against its dictionary", resourceId);
            return null;
        }
    }
}
