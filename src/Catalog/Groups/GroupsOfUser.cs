using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>Organizations and groups in which a user may do something.</summary>
internal sealed class GroupsOfUser(CatalogContext context, GroupDictionary dictionary)
{
    /// <summary>CKAN's dictionaries with the user's role as <c>capacity</c>, by display name; sysadmins are admins everywhere.</summary>
    /// <param name="user">What the user may do.</param>
    /// <param name="onlyMember">Roles only, also for sysadmins.</param>
    public async Task<RawJson> ListAsync(
        GroupKind kind, Caller user, string permission, bool onlyMember, bool datasetCount, bool memberCount, CancellationToken ct)
    {
        var everywhere = user.IsSysadmin && !onlyMember;
        var roles = user.Capacities.Where(c => Caller.Grants(c.Value, permission)).Select(c => c.Key).ToList();
        var groups = everywhere || roles.Count > 0
            ? await context.ActiveGroups(kind).Where(g => everywhere || roles.Contains(g.Id)).ToListAsync(ct)
            : [];
        var ordered = groups.OrderBy(g => string.IsNullOrEmpty(g.Title) ? g.Name : g.Title, StringComparer.OrdinalIgnoreCase).ToList();
        var capacities = groups.ToDictionary(g => g.Id, g => everywhere ? MemberRoles.Admin : user.Capacities[g.Id]);
        return await dictionary.WriteAsync(ordered, new GroupParts { DatasetCount = datasetCount, MemberCount = memberCount }, capacities, ct);
    }
}
