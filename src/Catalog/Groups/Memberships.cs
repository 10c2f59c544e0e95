using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>
/// Puts users, datasets and parents into organizations and groups and takes them out, and renders again what shows it. A membership that
/// ended stays as a deleted row, so that one who comes back gets the same row, as in CKAN.
/// </summary>
internal sealed class Memberships(CatalogContext context, PendingChanges pending, DatasetDocuments documents)
{
    /// <summary>The row of a membership, also one that ended; null when there never was one.</summary>
    public async Task<Member?> FindAsync(string groupId, string objectType, string objectId, CancellationToken ct) =>
        await context.Members.FirstOrDefaultAsync(m => m.GroupId == groupId && m.TableName == objectType && m.TableId == objectId, ct);

    /// <summary>Makes a membership or changes its capacity.</summary>
    public async Task<Member> PutAsync(string groupId, string objectType, string objectId, string capacity, CancellationToken ct)
    {
        var member = await FindAsync(groupId, objectType, objectId, ct);
        if (member is null)
        {
            member = NewRow(groupId, objectType, objectId, capacity);
        }
        else
        {
            member.Capacity = capacity;
            member.State = RecordState.Active;
        }

        await ChangedAsync(groupId, objectType, [objectId], ct);
        return member;
    }

    /// <summary>Ends a membership; nothing happens when there is none.</summary>
    public async Task RemoveAsync(string groupId, string objectType, string objectId, CancellationToken ct)
    {
        if (await FindAsync(groupId, objectType, objectId, ct) is { State: RecordState.Active } member)
        {
            member.State = RecordState.Deleted;
            await ChangedAsync(groupId, objectType, [objectId], ct);
        }
    }

    /// <summary>Makes the objects of one type exactly these.</summary>
    /// <param name="wanted">Object id to capacity.</param>
    public async Task ReplaceAsync(string groupId, string objectType, IReadOnlyDictionary<string, string> wanted, CancellationToken ct)
    {
        var rows = await context.Members.Where(m => m.GroupId == groupId && m.TableName == objectType).ToDictionaryAsync(m => m.TableId, ct);
        var changed = new List<string>();
        foreach (var (id, row) in rows)
        {
            var (capacity, state) = wanted.TryGetValue(id, out var given) ? (given, RecordState.Active) : (row.Capacity, RecordState.Deleted);
            if (row.Capacity != capacity || row.State != state)
            {
                (row.Capacity, row.State) = (capacity, state);
                changed.Add(id);
            }
        }

        foreach (var (id, capacity) in wanted.Where(w => !rows.ContainsKey(w.Key)))
        {
            NewRow(groupId, objectType, id, capacity);
            changed.Add(id);
        }

        if (changed.Count > 0)
        {
            await ChangedAsync(groupId, objectType, changed, ct);
        }
    }

    private Member NewRow(string groupId, string objectType, string objectId, string capacity) => context.Members.Add(new Member
    {
        Id = Guid.CreateVersion7().ToString(), GroupId = groupId, TableName = objectType, TableId = objectId, Capacity = capacity,
    }).Entity;

    private async Task ChangedAsync(string groupId, string objectType, IReadOnlyList<string> objectIds, CancellationToken ct)
    {
        pending.GroupChanged(groupId);
        if (objectType == MemberObjects.User)
        {
            foreach (var id in objectIds)
            {
                pending.UserChanged(id);
            }
        }
        else if (objectType == MemberObjects.Dataset)
        {
            foreach (var page in objectIds.Chunk(500))
            {
                await documents.RepublishAsync(context.Datasets.Where(d => page.Contains(d.Id)), ct);
            }
        }
    }
}
