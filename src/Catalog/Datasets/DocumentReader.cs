using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets;

/// <summary>
/// Gives rendered datasets by id or name, from memory or by one indexed look-up. Follows the change log, so what a writer was answered is what
/// the next reader gets.
/// </summary>
public sealed class DocumentReader : IChangeFollower, IDisposable
{
    private const int Page = 200;
    private readonly IDbContextFactory<CatalogContext> _contexts;
    private readonly MemoryCache _cache;
    private long _generation;

    public DocumentReader(IDbContextFactory<CatalogContext> contexts, IOptions<CatalogOptions> options)
    {
        _contexts = contexts;
        _cache = new MemoryCache(new MemoryCacheOptions { SizeLimit = options.Value.DocumentCacheMegabytes * 1_000_000L });
    }

    /// <summary>The document of an id or a name, whatever its state; null when there is none.</summary>
    public async ValueTask<CachedDocument?> FindAsync(string idOrName, CancellationToken ct)
    {
        if (FromCache(idOrName) is { } cached)
        {
            return cached;
        }

        var generation = Volatile.Read(ref _generation);
        await using var context = await _contexts.CreateDbContextAsync(ct);
        var document = await context.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Id == idOrName, ct)
            ?? await context.Documents.AsNoTracking().FirstOrDefaultAsync(d => d.Name == idOrName, ct);
        return document is null ? null : Keep(CachedDocument.From(document), generation);
    }

    /// <summary>The document of an id or a name that the caller may see.</summary>
    /// <exception cref="NotFoundException">No such dataset.</exception>
    /// <exception cref="NotAuthorizedException">The caller has none of its labels.</exception>
    public async ValueTask<CachedDocument> ReadAsync(string idOrName, Caller caller, CancellationToken ct)
    {
        var document = await FindAsync(idOrName, ct) ?? throw new NotFoundException();
        return MayRead(document, caller) ? document : throw new NotAuthorizedException($"User {caller.Name} not authorized to read package {document.Id}");
    }

    public static bool MayRead(CachedDocument document, Caller caller) =>
        caller.IsSysadmin || document.Labels.Any(label => label == Caller.PublicLabel || caller.Labels.Contains(label));

    /// <summary>Documents in the order of the ids; ids that are gone are left out.</summary>
    public async ValueTask<IReadOnlyList<CachedDocument>> ListAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var found = new CachedDocument?[ids.Count];
        Dictionary<string, int>? missing = null;
        for (var i = 0; i < ids.Count; i++)
        {
            found[i] = FromCache(ids[i]);
            if (found[i] is null)
            {
                (missing ??= [])[ids[i]] = i;
            }
        }

        if (missing is not null)
        {
            var generation = Volatile.Read(ref _generation);
            await using var context = await _contexts.CreateDbContextAsync(ct);
            foreach (var chunk in missing.Keys.Chunk(Page))
            {
                await foreach (var document in context.Documents.AsNoTracking().Where(d => chunk.Contains(d.Id)).AsAsyncEnumerable().WithCancellation(ct))
                {
                    found[missing[document.Id]] = Keep(CachedDocument.From(document), generation);
                }
            }
        }

        return [.. found.OfType<CachedDocument>()];
    }

    /// <summary>All documents changed after a sequence, in its order, for building the index.</summary>
    public async IAsyncEnumerable<CachedDocument> SinceAsync(long sequence, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var context = await _contexts.CreateDbContextAsync(ct);
        await foreach (var document in context.Documents.AsNoTracking().Where(d => d.Sequence > sequence).OrderBy(d => d.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return CachedDocument.From(document);
        }
    }

    /// <inheritdoc />
    public void Apply(IReadOnlyList<CommittedChange> changes)
    {
        Interlocked.Increment(ref _generation);
        foreach (var change in changes)
        {
            if (change.Document is not null)
            {
                Set(CachedDocument.From(change.Document));
            }
            else if (change.Kind is ChangeKind.DatasetPurged or ChangeKind.DatasetChanged)
            {
                _cache.Remove(change.ObjectId);
            }
            else if (change.Kind == ChangeKind.Reset)
            {
                _cache.Clear();
            }
        }
    }

    public void Dispose() => _cache.Dispose();

    private CachedDocument? FromCache(string idOrName) =>
        _cache.TryGetValue(idOrName, out var value) ? value switch
        {
            CachedDocument document => document,
            string id when _cache.TryGetValue(id, out CachedDocument? named) && named!.Name == idOrName => named,
            _ => null,
        } : null;

    // A document that was read while a change went by may be the old one; it is given out but not kept
    private CachedDocument Keep(CachedDocument document, long generation)
    {
        if (Volatile.Read(ref _generation) == generation)
        {
            Set(document);
        }

        return document;
    }

    private void Set(CachedDocument document)
    {
        _cache.Set(document.Id, document, new MemoryCacheEntryOptions { Size = document.Json.Length + 400 });
        if (document.Name != document.Id)
        {
            _cache.Set(document.Name, document.Id, new MemoryCacheEntryOptions { Size = 300 });
        }
    }
}
