using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Search;

namespace Purbalingga.Catalog.Discovery;

/// <summary>Building the index anew, and telling whether it equals the records.</summary>
public sealed class IndexMaintenance
{
    private readonly ISearchIndex _index;
    private readonly DatasetIndex _following;
    private readonly IDbContextFactory<CatalogContext> _contexts;

    internal IndexMaintenance(ISearchIndex index, DatasetIndex following, IDbContextFactory<CatalogContext> contexts)
    {
        _index = index;
        _following = following;
        _contexts = contexts;
    }

    /// <summary>Builds the index anew from the documents and saves it. For a server that stands still.</summary>
    /// <returns>Number of datasets that were indexed.</returns>
    public async Task<int> RebuildAsync(CancellationToken ct)
    {
        await using var context = await _contexts.CreateDbContextAsync(ct);
        var committed = await context.Clocks.AsNoTracking().Select(c => c.Value).SingleAsync(ct);
        _index.Clear();
        var count = await _following.CatchUpAsync(committed, ct);
        await _index.SaveAsync(ct);
        return count;
    }

    /// <summary>Compares the index with the records.</summary>
    /// <returns>Dataset ids that one has and the other has not; both empty when they are equal.</returns>
    public async Task<(IReadOnlyList<string> Missing, IReadOnlyList<string> Surplus)> CheckAsync(CancellationToken ct)
    {
        await using var context = await _contexts.CreateDbContextAsync(ct);
        var missing = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var id in context.Datasets.AsNoTracking().Where(d => d.State != RecordState.Deleted).Select(d => d.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            known.Add(id);
            if (!_index.Contains(id))
            {
                missing.Add(id);
            }
        }

        return (missing, [.. _index.Ids().Where(id => !known.Contains(id))]);
    }
}
