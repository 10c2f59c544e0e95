using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Activities;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>The one place where organizations and groups are made and changed.</summary>
internal sealed class GroupWriter(
    CatalogContext context,
    GroupSchema schema,
    GroupRights rights,
    GroupDictionary dictionary,
    GroupDatasets datasets,
    Memberships memberships,
    DatasetDocuments documents,
    PendingChanges pending,
    ActivityLog activities,
    TimeProvider clock)
{
    /// <summary>Makes one; its maker becomes its admin.</summary>
    /// <returns>What <c>group_show</c> answers.</returns>
    public async Task<RawJson> CreateAsync(GroupKind kind, ActionInput input, Caller caller, CancellationToken ct)
    {
        rights.RequireCreate(kind, caller);
        var values = await schema.ReadAsync(input, kind, null, caller, ct);
        var group = new Group
        {
            Id = values.Id ?? Guid.CreateVersion7().ToString(),
            Name = values.Name!,
            Title = values.Title ?? "",
            Description = values.Description ?? "",
            ImageUrl = values.ImageUrl ?? "",
            Type = values.Type ?? kind.Word,
            IsOrganization = kind.IsOrganization,
            Created = clock.Now(),
        };
        context.Groups.Add(group);
        var users = new Dictionary<string, string>(values.Users ?? new Dictionary<string, string>());
        if (caller.UserId is not null)
        {
            users[caller.UserId] = MemberRoles.Admin;
        }

        await FillAsync(group, values with { Users = users }, ct);
        await RecordAsync(caller, $"new {kind.Word}", group, ct);
        return await AnswerAsync(group, GroupParts.Shown(rights.UsersArePublic), caller, ct);
    }

    /// <summary>Changes one. What is left out stays, but extras go unless <paramref name="keepExtras"/>.</summary>
    /// <param name="group">Tracked.</param>
    public async Task<RawJson> UpdateAsync(Group group, ActionInput input, bool keepExtras, Caller caller, CancellationToken ct)
    {
        GroupRights.RequireEdit(group, caller);
        if (FieldText.Of(input.Data["type"]) is { Length: > 0 } type && type != group.Type)
        {
            throw InvalidException.Bare("type", "Type cannot be updated");
        }

        var kind = GroupKind.Of(group);
        var values = await schema.ReadAsync(input, kind, group, caller, ct);
        if (!keepExtras && values.Extras is null)
        {
            values = values with { Extras = new Dictionary<string, string>() };
        }

        var wasDeleted = group.State == RecordState.Deleted;
        await FillAsync(group, values, ct);
        await RecordAsync(caller, (!wasDeleted && group.State == RecordState.Deleted ? "deleted " : "changed ") + kind.Word, group, ct);
        return await AnswerAsync(group, GroupParts.Changed, caller, ct);
    }

    /// <summary>Marks one deleted. Its name stays taken, its members stay for the day that it is made active again.</summary>
    public async Task DeleteAsync(Group group, Caller caller, CancellationToken ct)
    {
        rights.RequireDelete(group, caller);
        await LetDatasetsGoAsync(group, "Organization cannot be deleted while it still has datasets", ct);
        if (group.State != RecordState.Deleted)
        {
            await FillAsync(group, new GroupValues { State = RecordState.Deleted }, ct);
            await RecordAsync(caller, $"deleted {GroupKind.Of(group).Word}", group, ct);
        }
    }

    /// <summary>Takes one and all that belongs to it out of the records.</summary>
    /// <exception cref="NotAuthorizedException">Bare, for all but sysadmins.</exception>
    public async Task PurgeAsync(Group group, Caller caller, CancellationToken ct)
    {
        if (!caller.IsSysadmin)
        {
            throw new NotAuthorizedException();
        }

        await LetDatasetsGoAsync(group, "Organization cannot be purged while it still has datasets", ct);
        var shownBy = await datasets.All(group).Select(d => d.Id).ToListAsync(ct);
        var users = await context.Members.Where(m => m.GroupId == group.Id && m.TableName == MemberObjects.User).Select(m => m.TableId).ToListAsync(ct);
        await context.Members.Where(m => m.GroupId == group.Id || (m.TableId == group.Id && m.TableName == MemberObjects.Parent)).ExecuteDeleteAsync(ct);
        await context.Follows.Where(f => f.ObjectId == group.Id && f.ObjectType == "group").ExecuteDeleteAsync(ct);
        await context.Datasets.Where(d => d.OwnerOrg == group.Id).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.OwnerOrg, (string?)null).SetProperty(d => d.Revision, d => d.Revision + 1), ct);
        context.Groups.Remove(group);
        await context.SaveChangesAsync(ct);
        pending.GroupChanged(group.Id);
        users.ForEach(pending.UserChanged);
        await RepublishAsync(shownBy, ct);
    }

    private async Task LetDatasetsGoAsync(Group group, string refusal, CancellationToken ct)
    {
        var owned = context.Datasets.Where(d => d.OwnerOrg == group.Id && d.State != RecordState.Deleted);
        if (!group.IsOrganization || !await owned.AnyAsync(ct))
        {
            return;
        }

        if (!rights.UnownedDatasetsAllowed)
        {
            throw InvalidException.Text(refusal);
        }

        var ids = await owned.Select(d => d.Id).ToListAsync(ct);
        await owned.ExecuteUpdateAsync(
            set => set.SetProperty(d => d.OwnerOrg, (string?)null).SetProperty(d => d.Revision, d => d.Revision + 1), ct);
        await RepublishAsync(ids, ct);
    }

    private async Task FillAsync(Group group, GroupValues values, CancellationToken ct)
    {
        var before = Shown(group);
        group.Name = values.Name ?? group.Name;
        group.Title = values.Title ?? group.Title;
        group.Description = values.Description ?? group.Description;
        group.ImageUrl = values.ImageUrl ?? group.ImageUrl;
        group.ApprovalStatus = values.ApprovalStatus ?? group.ApprovalStatus;
        group.State = values.State ?? group.State;
        group.Revision++;
        pending.GroupChanged(group.Id);
        if (values.Extras is not null)
        {
            await FillExtrasAsync(group, values.Extras, ct);
        }

        await context.SaveChangesAsync(ct); // memberships and datasets are looked up by queries from here on
        await ReplaceAsync(group, MemberObjects.User, values.Users, ct);
        await ReplaceAsync(group, MemberObjects.Parent, values.Parents, ct);
        await ReplaceAsync(group, MemberObjects.Dataset, values.Datasets, ct);
        if (before != Shown(group))
        {
            await documents.RepublishAsync(datasets.All(group), ct);
        }

        await context.SaveChangesAsync(ct);
    }

    private async Task ReplaceAsync(Group group, string objectType, IReadOnlyDictionary<string, string>? wanted, CancellationToken ct)
    {
        if (wanted is not null)
        {
            await memberships.ReplaceAsync(group.Id, objectType, wanted, ct);
        }
    }

    /// <summary>All that datasets show of their organization and groups.</summary>
    private static (string, string?, string?, string?, string, string) Shown(Group group) =>
        (group.Name, group.Title, group.Description, group.ImageUrl, group.ApprovalStatus, group.State);

    private async Task FillExtrasAsync(Group group, IReadOnlyDictionary<string, string> wanted, CancellationToken ct)
    {
        var present = await context.GroupExtras.Where(e => e.GroupId == group.Id).ToDictionaryAsync(e => e.Key, ct);
        context.GroupExtras.RemoveRange(present.Values.Where(e => !wanted.ContainsKey(e.Key)));
        foreach (var (key, value) in wanted)
        {
            if (present.TryGetValue(key, out var extra))
            {
                extra.Value = value;
            }
            else
            {
                context.GroupExtras.Add(new GroupExtra { GroupId = group.Id, Key = key, Value = value });
            }
        }
    }

    private async Task RepublishAsync(List<string> datasetIds, CancellationToken ct)
    {
        foreach (var page in datasetIds.Chunk(500))
        {
            await documents.RepublishAsync(context.Datasets.Where(d => page.Contains(d.Id)), ct);
        }
    }

    private async Task<RawJson> AnswerAsync(Group group, GroupParts parts, Caller caller, CancellationToken ct) =>
        await dictionary.WriteAsync(group, parts, await datasets.ContentsAsync(group, caller, parts.Newest, ct), ct);

    private async Task RecordAsync(Caller caller, string activity, Group group, CancellationToken ct) =>
        activities.Record(caller, activity, group.Id, "group", (await dictionary.WriteAsync(group, GroupParts.Item with { DatasetCount = false, Extras = true }, null, ct)).Utf8);
}
