using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Datasets;

namespace Purbalingga.Catalog.Persistence;

/// <summary>
/// Carries committed changes to all followers of this node, in order and without gaps: its own right after the commit, those of other nodes
/// and commands by reading the log.
/// </summary>
public sealed class ChangeFeed(IDbContextFactory<CatalogContext> contexts, IEnumerable<IChangeFollower> followers) : IDisposable
{
    private const int PageSize = 500;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly IChangeFollower[] _followers = [.. followers];
    private long _applied;

    /// <summary>Sequence that all followers of this node have seen; grows with every change, so caches may use it as their key.</summary>
    public long Applied => Volatile.Read(ref _applied);

    /// <summary>Lets every follower prepare itself and gives it what was committed since. Once, after the migration and before the first change.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var committed = await CommittedAsync(ct);
            var applied = committed;
            foreach (var follower in _followers)
            {
                applied = Math.Min(applied, await follower.StartAsync(committed, ct));
            }

            Volatile.Write(ref _applied, applied);
            await ReadLogAsync(ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Lets the followers do their share of the work on changes that are about to be committed; see <see cref="IChangeFollower.Prepare"/>.</summary>
    internal void Prepare(IReadOnlyList<CommittedChange> changes)
    {
        foreach (var follower in _followers)
        {
            follower.Prepare(changes);
        }
    }

    /// <summary>Gives the changes of one commit to the followers, with those before it that this node has not seen.</summary>
    internal async Task PublishAsync(IReadOnlyList<CommittedChange> changes, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (changes[0].Sequence == _applied + 1)
            {
                Hand(changes);
            }
            else if (changes[^1].Sequence > _applied)
            {
                await ReadLogAsync(ct);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Gives the followers what other nodes and commands committed.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        if (await CommittedAsync(ct) == Applied)
        {
            return;
        }

        await _turn.WaitAsync(ct);
        try
        {
            await ReadLogAsync(ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<long> CommittedAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Clocks.Where(c => c.Id == ChangeClock.OnlyId).Select(c => c.Value).SingleAsync(ct);
    }

    private async Task ReadLogAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        while (true)
        {
            var from = _applied;
            var entries = await context.Changes.AsNoTracking().Where(c => c.Sequence > from).OrderBy(c => c.Sequence).Take(PageSize).ToListAsync(ct);
            if (entries.Count == 0)
            {
                return;
            }

            var ids = entries.Where(e => e.Kind == ChangeKind.DatasetChanged).Select(e => e.ObjectId).Distinct().ToList();
            var documents = await context.Documents.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
            Hand([.. entries.Select(e => new CommittedChange(e.Sequence, e.Kind, e.ObjectId, Document(e, documents)))]);
        }
    }

    private static DatasetDocument? Document(ChangeLogEntry entry, Dictionary<string, DatasetDocument> documents) =>
        entry.Kind == ChangeKind.DatasetChanged ? documents.GetValueOrDefault(entry.ObjectId) : null;

    private void Hand(IReadOnlyList<CommittedChange> changes)
    {
        foreach (var follower in _followers)
        {
            follower.Apply(changes);
        }

        Volatile.Write(ref _applied, changes[^1].Sequence);
    }
}
