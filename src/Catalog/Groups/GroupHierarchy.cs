using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>Parents and children of organizations and groups.</summary>
internal sealed class GroupHierarchy(CatalogContext context)
{
    public const string LoopMessage = "This parent would create a loop in the hierarchy";

    /// <summary>True when the parent is the child itself or stands below it.</summary>
    public async Task<bool> WouldLoopAsync(string childId, string parentId, CancellationToken ct)
    {
        var seen = new HashSet<string> { parentId };
        List<string> level = [parentId];
        while (level.Count > 0 && !seen.Contains(childId))
        {
            var above = await context.Members
                .Where(m => level.Contains(m.GroupId) && m.TableName == MemberObjects.Parent && m.State == RecordState.Active)
                .Select(m => m.TableId).Distinct().ToListAsync(ct);
            level = [.. above.Where(seen.Add)];
        }

        return seen.Contains(childId);
    }
}
