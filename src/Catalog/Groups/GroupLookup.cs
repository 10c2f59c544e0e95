using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>Finding organizations and groups.</summary>
internal static class GroupLookup
{
    /// <summary>By id or name, whatever its kind and state; null when there is none.</summary>
    public static async Task<Group?> FindGroupAsync(this CatalogContext context, string idOrName, CancellationToken ct) =>
        context.Groups.Local.FirstOrDefault(g => g.Id == idOrName) ?? context.Groups.Local.FirstOrDefault(g => g.Name == idOrName)
        ?? await context.Groups.Where(g => g.Id == idOrName || g.Name == idOrName).OrderBy(g => g.Id == idOrName ? 0 : 1).FirstOrDefaultAsync(ct);
}
