using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>Finding organizations and groups.</summary>
internal static class GroupLookup
{
    /// <summary>By id or name, whatever its kind and state; null when there is none.</summary>
    public static async Task<Group?> FindGroupAsync(this CatalogContext context, string idOrName, CancellationToken ct) =>
        await context.Groups.FindAsync([idOrName], ct) ?? await context.Groups.FirstOrDefaultAsync(g => g.Name == idOrName, ct);
}
