using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>Datasets of organizations (their <c>owner_org</c>) and of groups (memberships), from indexes of the records.</summary>
internal sealed class GroupDatasets(CatalogContext context)
{
    /// <summary>CKAN's <c>package_search</c> answers with so many where nobody asks for more.</summary>
    public const int DefaultPage = 10;

    /// <summary>All datasets of an organization or group, deleted and private ones too.</summary>
    public IQueryable<Dataset> All(Group owner) => owner.IsOrganization
        ? context.Datasets.Where(d => d.OwnerOrg == owner.Id)
        : from member in context.Members
          where member.GroupId == owner.Id && member.TableName == MemberObjects.Dataset && member.State == RecordState.Active
          join dataset in context.Datasets on member.TableId equals dataset.Id
          select dataset;

    /// <summary>What the caller is shown of it: active public ones, and to those who may read in an organization its private ones.</summary>
    public IQueryable<Dataset> Shown(Group group, Caller caller)
    {
        var active = All(group).Where(d => d.State == RecordState.Active);
        return group.IsOrganization && caller.May(group.Id, "read") ? active : active.Where(d => !d.Private);
    }

    /// <summary>Active public datasets of each organization (or of each group); those without any are left out.</summary>
    public async Task<Dictionary<string, int>> CountAsync(IReadOnlyList<string> ids, bool organizations, CancellationToken ct)
    {
        var open = context.Datasets.Where(d => d.State == RecordState.Active && !d.Private);
        var owned = organizations
            ? open.Where(d => ids.Contains(d.OwnerOrg!)).Select(d => d.OwnerOrg!)
            : from member in context.Members
              where ids.Contains(member.GroupId) && member.TableName == MemberObjects.Dataset && member.State == RecordState.Active
              join dataset in open on member.TableId equals dataset.Id
              select member.GroupId;
        return await owned.GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    /// <summary>Organizations (or groups) with the number of their active public datasets.</summary>
    public IQueryable<CountedGroup> WithCounts(IQueryable<Group> groups, GroupKind kind)
    {
        var open = context.Datasets.Where(d => d.State == RecordState.Active && !d.Private);
        return kind.IsOrganization
            ? groups.Select(g => new CountedGroup { Group = g, Count = open.Count(d => d.OwnerOrg == g.Id) })
            : groups.Select(g => new CountedGroup
            {
                Group = g,
                Count = context.Members.Count(m => m.GroupId == g.Id && m.TableName == MemberObjects.Dataset && m.State == RecordState.Active
                    && open.Any(d => d.Id == m.TableId)),
            });
    }

    /// <summary>Ids of the datasets changed last.</summary>
    public static async Task<List<string>> NewestAsync(IQueryable<Dataset> datasets, int limit, CancellationToken ct) =>
        await datasets.OrderByDescending(d => d.MetadataModified).Take(limit).Select(d => d.Id).ToListAsync(ct);
}
