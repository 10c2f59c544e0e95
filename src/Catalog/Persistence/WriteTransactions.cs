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
    private const int MaxAttempts = 12;
    private const int MaxWriters = 32;

    // More than these are prepared one list after another when they are handed out, not all at once beside a transaction that may yet fail
    private const int MostPrepared = 100;

    // SQLite has one writer at a time: waiting here in order of arrival is fair and cheaper than its busy loop
    private readonly bool _oneWriter = options.Value.Engine == DatabaseEngine.Sqlite;
    private readonly WriterGate _gate = new(options.Value.Engine == DatabaseEngine.Sqlite ? 1 : MaxWriters);

    /// <param name="work">May run several times; everything it uses comes from the scope it is given.</param>
    public async ValueTask<T> RunAsync<T>(Func<IServiceProvider, CancellationToken, ValueTask<T>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            T result;
            IReadOnlyList<CommittedChange> committed;
            try
            {
                (result, committed) = await AttemptAsync(work, alone: attempt > 1, ct);
            }
            catch (Exception error) when (attempt < MaxAttempts && EngineErrors.IsConflict(error))
            {
                log.LogDebug(error, "Conflict with another writer, attempt {Attempt}", attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 8 * attempt)), clock, ct);
                continue;
            }

            await TellAsync(committed);
            return result;
        }
    }

    public void Dispose() => _gate.Dispose();

    private async ValueTask<(T Result, IReadOnlyList<CommittedChange> Committed)> AttemptAsync<T>(
        Func<IServiceProvider, CancellationToken, ValueTask<T>> work, bool alone, CancellationToken ct)
    {
        using var passage = await _gate.EnterAsync(alone, ct);
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CatalogContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(ct);
        var since = _oneWriter ? long.MaxValue : await SequenceAsync(context, ct);
        var result = await work(scope.ServiceProvider, ct);
        if (!_oneWriter)
        {
            // Everybody locks the records first and the clock last, else two writers could wait for each other
            await context.SaveChangesAsync(ct);
        }

        var committed = await AppendToLogAsync(context, scope.ServiceProvider.GetRequiredService<PendingChanges>(), since, ct);

        // The database writes and waits for its disk meanwhile
        var prepared = committed.Count is 0 or > MostPrepared ? Task.CompletedTask : Task.Run(() => feed.Prepare(committed), CancellationToken.None);
        try
        {
            await context.SaveChangesAsync(ct);

            // A caller that goes away now must not make it unknown whether the change stands
            await transaction.CommitAsync(CancellationToken.None);
        }
        finally
        {
            await prepared.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // what could not be prepared fails, and is logged, when it is applied
        }

        return (result, committed);
    }

    /// <summary>The change stands: neither a caller that goes away nor a follower that fails can take it back.</summary>
    private async ValueTask TellAsync(IReadOnlyList<CommittedChange> committed)
    {
        if (committed.Count == 0)
        {
            return;
        }

        try
        {
            await feed.PublishAsync(committed, CancellationToken.None);
        }
        catch (Exception error)
        {
            // The feed gives it to the followers again with the next change it reads from the log
            log.LogError(error, "Committed changes up to {Sequence} did not reach all followers yet", committed[^1].Sequence);
        }
    }

    private async Task<IReadOnlyList<CommittedChange>> AppendToLogAsync(
        CatalogContext context, PendingChanges pending, long since, CancellationToken ct)
    {
        if (pending.Count == 0)
        {
            return [];
        }

        var count = pending.Count;
        await context.Clocks.Where(c => c.Id == ChangeClock.OnlyId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Value, c => c.Value + count), ct);
        var sequence = await SequenceAsync(context, ct) - count;
        if (sequence > since)
        {
            await RequireFreshAsync(context, pending, since, ct);
        }

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

    /// <summary>
    /// Documents show titles of organizations and groups, and who changes a title renders their documents again: neither sees what the other has
    /// not committed yet. So whoever comes second starts again.
    /// </summary>
    private static async Task RequireFreshAsync(CatalogContext context, PendingChanges pending, long since, CancellationToken ct)
    {
        var kinds = pending.All.Select(c => c.Kind).ToHashSet();
        var stale = new List<ChangeKind>();
        if (kinds.Contains(ChangeKind.DatasetChanged))
        {
            stale.AddRange([ChangeKind.GroupChanged, ChangeKind.SettingChanged]);
        }

        if (kinds.Contains(ChangeKind.GroupChanged) || kinds.Contains(ChangeKind.SettingChanged))
        {
            stale.Add(ChangeKind.DatasetChanged);
        }

        if (stale.Count > 0 && await context.Changes.AnyAsync(c => c.Sequence > since && stale.Contains(c.Kind), ct))
        {
            throw new DbUpdateConcurrencyException("Another writer changed what this one rendered from");
        }
    }

    private static Task<long> SequenceAsync(CatalogContext context, CancellationToken ct) =>
        context.Clocks.Where(c => c.Id == ChangeClock.OnlyId).Select(c => c.Value).SingleAsync(ct);
}
