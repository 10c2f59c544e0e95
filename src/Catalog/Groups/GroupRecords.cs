using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>Finding organizations and groups by kind.</summary>
internal static class GroupRecords
{
    /// <exception cref="NotFoundException">Nothing of this kind is called so.</exception>
    public static async Task<Group> RequireGroupAsync(
        this CatalogContext context, GroupKind kind, string idOrName, string? notFound, CancellationToken ct) =>
        await context.FindGroupAsync(idOrName, ct) is { } group && group.IsOrganization == kind.IsOrganization ? group : throw new NotFoundException(notFound);

    /// <summary>Active organizations or groups.</summary>
    public static IQueryable<Group> ActiveGroups(this CatalogContext context, GroupKind kind) =>
        context.Groups.AsNoTracking().Where(g => g.IsOrganization == kind.IsOrganization && g.State == RecordState.Active);
}
