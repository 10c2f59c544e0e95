using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

[CkanAction("member_list", Access.Checked, ReadOnly = true)]
[Doc("Users, datasets and parents of an organization or group, each as [id, type, capacity].")]
internal sealed class ListMembers(CatalogContext context, GroupDatasets datasets, GroupRights rights)
    : IAction<ListMembers.Request, IReadOnlyList<string[]>>
{
    /// <summary>Capacity that CKAN gives to the datasets that an organization owns.</summary>
    private const string Owned = "organization";

    public sealed record Request(
        [Required, Doc("Id or name.")] string Id,
        [Doc("user, package or group; all when left out.")] string? ObjectType = null,
        [Doc("Only those with this capacity.", Example = "\"admin\"")] string? Capacity = null);

    public async ValueTask<IReadOnlyList<string[]>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var group = await context.FindGroupAsync(request.Id, ct) ?? throw new NotFoundException();
        var onlyUsers = request.ObjectType == MemberObjects.User;
        rights.RequireRead(group, onlyUsers, caller);
        var result = new List<string[]>();
        if (Wanted(MemberObjects.User) && rights.MayRead(group, withUsers: true, caller))
        {
            result.AddRange(await UsersAsync(group.Id, request.Capacity, ct));
        }

        if (Wanted(MemberObjects.Dataset))
        {
            result.AddRange(await DatasetsAsync(group, request.Capacity, caller, ct));
        }

        if (Wanted(MemberObjects.Parent))
        {
            result.AddRange(await ParentsAsync(group.Id, request.Capacity, ct));
        }

        return result;

        bool Wanted(string type) => string.IsNullOrEmpty(request.ObjectType) || request.ObjectType == type;
    }

    private IQueryable<Member> Rows(string groupId, string type, string? capacity) => context.Members.Where(
        m => m.GroupId == groupId && m.TableName == type && m.State == RecordState.Active && (capacity == null || m.Capacity == capacity));

    private async Task<IEnumerable<string[]>> UsersAsync(string groupId, string? capacity, CancellationToken ct) =>
        (await (
            from member in Rows(groupId, MemberObjects.User, capacity)
            join user in context.Users on member.TableId equals user.Id
            where user.State != RecordState.Deleted
            orderby user.Name
            select new { member.TableId, member.Capacity }).ToListAsync(ct))
        .Select(m => new[] { m.TableId, MemberObjects.User, MemberRoles.Label(m.Capacity) });

    private async Task<IEnumerable<string[]>> DatasetsAsync(Group group, string? capacity, Caller caller, CancellationToken ct)
    {
        var shown = datasets.Shown(group, caller);
        if (group.IsOrganization)
        {
            return capacity is null or Owned
                ? (await shown.Select(d => d.Id).ToListAsync(ct)).Select(id => new[] { id, MemberObjects.Dataset, Owned })
                : [];
        }

        return (await Rows(group.Id, MemberObjects.Dataset, capacity).Where(m => shown.Any(d => d.Id == m.TableId))
            .Select(m => new { m.TableId, m.Capacity }).ToListAsync(ct)).Select(m => new[] { m.TableId, MemberObjects.Dataset, m.Capacity });
    }

    private async Task<IEnumerable<string[]>> ParentsAsync(string groupId, string? capacity, CancellationToken ct) =>
        (await (
            from member in Rows(groupId, MemberObjects.Parent, capacity)
            join parent in context.Groups on member.TableId equals parent.Id
            where parent.State == RecordState.Active
            orderby parent.Name
            select new { member.TableId, member.Capacity }).ToListAsync(ct))
        .Select(m => new[] { m.TableId, MemberObjects.Parent, m.Capacity });
}
