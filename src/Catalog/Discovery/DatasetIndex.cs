using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Search;

namespace Purbalingga.Catalog.Discovery;

/// <summary>Keeps the search index equal to the change log, from wherever its snapshot is.</summary>
internal sealed class DatasetIndex(
    ISearchIndex index, DatasetIndexDocuments documents, DocumentReader reader, IDbContextFactory<CatalogContext> contexts, ILogger<DatasetIndex> log) : IChangeFollower
{
    private const int BatchSize = 1000;

    // Of changes that are being committed, by their list; what is never committed goes with it
    private readonly ConditionalWeakTable<IReadOnlyList<CommittedChange>, PreparedChanges> _prepared = [];

    /// <inheritdoc />
    public async Task<long> StartAsync(long committed, CancellationToken ct)
    {
        var count = await CatchUpAsync(committed, ct);
        if (count > 0)
        {
            log.LogInformation("Indexed {Count} datasets that the snapshot of the index did not have", count);
        }

        return committed;
    }

    /// <summary>Brings the index to a sequence by reading each dataset that changed since its snapshot once.</summary>
    /// <returns>Number of datasets read.</returns>
    public async Task<int> CatchUpAsync(long committed, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        if (index.AppliedSequence > committed)
        {
            log.LogWarning("The index is ahead of the records (were they restored from a backup?); it is built anew");
            index.Clear();
        }

        var from = index.AppliedSequence;
        if ((from == 0 && index.Count > 0) || await context.Changes.AsNoTracking().AnyAsync(c => c.Sequence > from && c.Kind == ChangeKind.Reset, ct))
        {
            index.Clear();
            from = 0;
        }

        var count = 0;
        var batch = new List<IndexChange>(BatchSize);
        await foreach (var document in reader.SinceAsync(from, ct))
        {
            batch.Add(documents.Change(document));
            count++;
            if (batch.Count == BatchSize)
            {
                index.Apply(batch, from); // the sequence moves only at the end: what is interrupted here begins where it began
                batch.Clear();
            }
        }

        batch.AddRange((await context.Changes.AsNoTracking()
            .Where(c => c.Sequence > from && c.Sequence <= committed && c.Kind == ChangeKind.DatasetPurged)
            .Select(c => c.ObjectId).ToListAsync(ct)).Select(IndexChange.Delete));
        index.Apply(batch, committed);
        if (count > 0)
        {
            await index.SaveAsync(ct);
        }

        return count;
    }

    /// <inheritdoc />
    public void Prepare(IReadOnlyList<CommittedChange> changes)
    {
        if (changes.All(c => c.Kind != ChangeKind.Reset))
        {
            _prepared.AddOrUpdate(changes, index.Prepare([.. changes.Select(Change).OfType<IndexChange>()]));
        }
    }

    /// <inheritdoc />
    public void Apply(IReadOnlyList<CommittedChange> changes)
    {
        if (changes[^1].Sequence <= index.AppliedSequence)
        {
            return;
        }

        if (changes[0].Sequence > index.AppliedSequence && _prepared.TryGetValue(changes, out var prepared))
        {
            index.Apply(prepared, changes[^1].Sequence);
            return;
        }

        var batch = new List<IndexChange>(changes.Count);
        foreach (var change in changes.Where(c => c.Sequence > index.AppliedSequence))
        {
            if (change.Kind == ChangeKind.Reset)
            {
                batch.Clear();
                index.Clear();
            }
            else if (Change(change) is { } one)
            {
                batch.Add(one);
            }
        }

        index.Apply(batch, changes[^1].Sequence);
    }

    private IndexChange? Change(CommittedChange change) => change.Kind switch
    {
        ChangeKind.DatasetChanged when change.Document is not null => documents.Change(CachedDocument.From(change.Document)),
        ChangeKind.DatasetPurged or ChangeKind.DatasetChanged => IndexChange.Delete(change.ObjectId),
        _ => null,
    };
}
