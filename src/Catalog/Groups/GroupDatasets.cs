using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>
/// Datasets of organizations (their <c>owner_org</c>) and of groups (memberships) as the records have them, also in the middle of a change.
/// What only reads asks <see cref="GroupSearch"/>.
/// </summary>
internal sealed class GroupDatasets(CatalogContext context)
{
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

    /// <summary>Number and newest of those that the caller is shown, with what the running change made of them.</summary>
    public async Task<GroupContents> ContentsAsync(Group group, Caller caller, int newest, CancellationToken ct)
    {
        var shown = Shown(group, caller);
        var count = await shown.CountAsync(ct);
        var ids = newest == 0 ? [] : await shown.OrderByDescending(d => d.MetadataModified).Take(newest).Select(d => d.Id).ToListAsync(ct);
        var documents = await context.Documents.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        return new GroupContents(count, [.. ids.Where(documents.ContainsKey).Select(id => (ReadOnlyMemory<byte>)documents[id].Json)]);
    }
}
