using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Storage;

/// <summary>Reads every file that a resource refers to again and compares it with its hash.</summary>
public sealed class FileVerification(IDbContextFactory<CatalogContext> contexts, IFileStorage storage)
{
    /// <summary>One file after another, in the order of their hashes.</summary>
    /// <returns>Hash and what is wrong with it: <c>missing</c> or <c>damaged</c>; null when it is sound.</returns>
    public async IAsyncEnumerable<(string Hash, string? Problem)> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var hashes = context.Resources.AsNoTracking().Where(r => r.FileHash != null).Select(r => r.FileHash!).Distinct().OrderBy(h => h);
        await foreach (var hash in hashes.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return (hash, !storage.Exists(hash) ? "missing" : await storage.VerifyAsync(hash, ct) ? null : "damaged");
        }
    }

    /// <summary>Files in the store that no resource refers to: of uploads whose action failed, or of resources that are gone.</summary>
    public async Task<IReadOnlyList<string>> UnusedAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        var used = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var hash in context.Resources.AsNoTracking().Where(r => r.FileHash != null).Select(r => r.FileHash!).AsAsyncEnumerable().WithCancellation(ct))
        {
            used.Add(hash);
        }

        return [.. storage.All().Where(hash => !used.Contains(hash))];
    }
}
