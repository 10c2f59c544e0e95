using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Purbalingga.Catalog.Persistence;

/// <summary>
/// Runs a piece of writing work in one transaction, appends its changes to the log, commits, and tells the followers before it returns.
/// Work that met another writer is repeated from its beginning on fresh records, so no edit is lost silently.
/// </summary>
public sealed class WriteTransactions(
    IServiceScopeFactory scopes,
    ChangeFeed feed,
    TimeProvider clock,
    IOptions<DatabaseOptions> options,
    ILogger<WriteTransactions> log) : IDisposable
{
    private const int MaxAttempts = 8;

    // SQLite has one writer at a time: waiting here in order of arrival is fair and cheaper than its busy loop
    private readonly SemaphoreSlim? _single = options.Value.Engine == DatabaseEngine.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <param name="work">May run several times; everything it uses comes from the scope it is given.</param>
    public async ValueTask<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, ValueTask<T>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(work, ct);
            }
            catch (Exception error) when (attempt < MaxAttempts && EngineErrors.IsConflict(error))
            {
                log.LogDebug(error, "Conflict with another writer, attempt {Attempt}", attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 8 * attempt)), clock, ct);
            }
        }
    }

    public void Dispose() => _single?.Dispose();

    private async ValueTask<T> AttemptAsync<T>(Func<IServiceProvider, CancellationToken, ValueTask<T>> work, CancellationToken ct)
    {
        if (_single is not null)
        {
            await _single.WaitAsync(ct);
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<CatalogContext>();
            await using var transaction = await context.Database.BeginTransactionAsync(ct);
            var result = await work(scope.ServiceProvider, ct);
            var committed = await AppendToLogAsync(context, scope.ServiceProvider.GetRequiredService<PendingChanges>(), ct);
            await context.SaveChangesAsync(ct);

            // From here on the change stands: a caller that goes away must not leave the followers behind
            await transaction.CommitAsync(CancellationToken.None);
            if (committed.Count > 0)
            {
                await feed.PublishAsync(committed, CancellationToken.None);
            }

            return result;
        }
        finally
        {
            _single?.Release();
        }
    }

    private async Task<IReadOnlyList<CommittedChange>> AppendToLogAsync(CatalogContext context, PendingChanges pending, CancellationToken ct)
    {
        if (pending.Count == 0)
        {
            return [];
        }

        var count = pending.Count;
        await context.Clocks.Where(c => c.Id == ChangeClock.OnlyId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, c => c.Value + count), ct);
        var sequence = await context.Clocks.Where(c => c.Id == ChangeClock.OnlyId).Select(c => c.Value).SingleAsync(ct) - count;
        var now = clock.GetUtcNow().UtcDateTime;
        var committed = new List<CommittedChange>(count);
        foreach (var (kind, id, document) in pending.All)
        {
            sequence++;
            document?.Sequence = sequence;
            context.Changes.Add(new ChangeLogEntry { Sequence = sequence, Kind = kind, ObjectId = id, At = now });
            committed.Add(new CommittedChange(sequence, kind, id, document));
        }

        return committed;
    }
}
