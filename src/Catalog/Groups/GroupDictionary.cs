using System.Buffers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Groups;

/// <summary>
/// Writes organizations and groups as CKAN's dictionaries. What a whole page needs of other records is read in one query for each part.
/// </summary>
internal sealed class GroupDictionary(CatalogContext context, GroupSearch search, UserViews users, CkanSettings settings)
{
    /// <summary>One dictionary.</summary>
    /// <param name="contents">Number and newest of its datasets that the reader may see; null when neither is wanted.</param>
    public async Task<RawJson> WriteAsync(Group group, GroupParts parts, GroupContents? contents, CancellationToken ct)
    {
        var details = await LoadAsync([group], parts, ct);
        return Written(json => Write(json, group, parts, details, contents, null));
    }

    /// <summary>A list of dictionaries; numbers of datasets count public ones only.</summary>
    /// <param name="capacities">Role of the user whom the list is about; null when it is about nobody.</param>
    public async Task<RawJson> WriteAsync(
        IReadOnlyList<Group> groups, GroupParts parts, IReadOnlyDictionary<string, string>? capacities, CancellationToken ct)
    {
        var details = await LoadAsync(groups, parts, ct);
        return Written(json =>
        {
            json.WriteStartArray();
            foreach (var group in groups)
            {
                var contents = parts.DatasetCount ? new GroupContents(search.Count(group), []) : null;
                Write(json, group, parts, details, contents, capacities?.GetValueOrDefault(group.Id));
            }

            json.WriteEndArray();
        });
    }

    private static RawJson Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions))
        {
            write(json);
        }

        return new RawJson(buffer.WrittenMemory);
    }

    private async Task<GroupDetails> LoadAsync(IReadOnlyList<Group> groups, GroupParts parts, CancellationToken ct)
    {
        var ids = groups.Select(g => g.Id).ToList();
        var details = new GroupDetails();
        if (parts.Extras)
        {
            details.Extras = (await context.GroupExtras.AsNoTracking().Where(e => ids.Contains(e.GroupId)).ToListAsync(ct)).ToLookup(e => e.GroupId);
        }

        if (parts.Users)
        {
            await LoadUsersAsync(details, ids, ct);
        }

        if (parts.Parents || parts.FullParents)
        {
            details.Parents = (await (
                from member in context.Members.AsNoTracking()
                where ids.Contains(member.GroupId) && member.TableName == MemberObjects.Parent && member.State == RecordState.Active
                join parent in context.Groups.AsNoTracking() on member.TableId equals parent.Id
                where parent.State == RecordState.Active
                orderby parent.Name
                select new GroupDetails.Parent(member.GroupId, parent, member.Capacity)).ToListAsync(ct)).ToLookup(p => p.GroupId);
        }

        if (parts.MemberCount)
        {
            details.MemberCounts = await context.Members
                .Where(m => ids.Contains(m.GroupId) && m.TableName == MemberObjects.User && m.State == RecordState.Active)
                .GroupBy(m => m.GroupId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        }

        if (parts.Followers == FollowerCounts.Counted)
        {
            details.FollowerCounts = await context.Follows.Where(f => f.ObjectType == "group" && ids.Contains(f.ObjectId))
                .GroupBy(f => f.ObjectId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        }

        return details;
    }

    private async Task LoadUsersAsync(GroupDetails details, List<string> ids, CancellationToken ct)
    {
        var people = await (
            from member in context.Members.AsNoTracking()
            where ids.Contains(member.GroupId) && member.TableName == MemberObjects.User && member.State == RecordState.Active
            join user in context.Users.AsNoTracking() on member.TableId equals user.Id
            where user.State == RecordState.Active
            orderby user.Name
            select new GroupDetails.Person(member.GroupId, user, member.Capacity)).ToListAsync(ct);
        details.Users = people.ToLookup(p => p.GroupId);
        details.CreatedDatasets = await users.CountDatasetsAsync([.. people.Select(p => p.User.Id).Distinct()], ct);
    }

    private void Write(Utf8JsonWriter json, Group group, GroupParts parts, GroupDetails details, GroupContents? contents, string? capacity)
    {
        json.WriteStartObject();
        WritePlain(json, group);
        if (capacity is not null)
        {
            json.WriteString("capacity", capacity);
        }

        if (parts.DatasetCount)
        {
            json.WriteNumber("package_count", contents?.Count ?? 0);
        }

        if (parts.MemberCount)
        {
            json.WriteNumber("member_count", details.MemberCounts.GetValueOrDefault(group.Id));
        }

        if (parts.Followers != FollowerCounts.Absent)
        {
            json.WriteNumber("num_followers", details.FollowerCounts.GetValueOrDefault(group.Id));
        }

        if (parts.Extras)
        {
            json.WriteStartArray("extras");
            foreach (var extra in details.Extras[group.Id].OrderBy(e => e.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("key", extra.Key);
                json.WriteString("value", extra.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (parts.Parents || parts.FullParents)
        {
            WriteParents(json, details.Parents[group.Id], parts.FullParents);
        }

        if (parts.Users)
        {
            json.WriteStartArray("users");
            foreach (var person in details.Users[group.Id])
            {
                var shown = users.Show(person.User, details.CreatedDatasets.GetValueOrDefault(person.User.Id), whole: false);
                shown["capacity"] = person.Capacity;
                shown.WriteTo(json, CatalogJson.Options);
            }

            json.WriteEndArray();
        }

        if (parts.Datasets)
        {
            json.WriteStartArray("packages");
            foreach (var dataset in contents?.Newest ?? [])
            {
                json.WriteRawValue(dataset.Span, skipInputValidation: true);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WritePlain(Utf8JsonWriter json, Group group)
    {
        json.WriteString("approval_status", group.ApprovalStatus);
        json.WriteString("created", Clock.Text(group.Created));
        WriteText(json, "description", group.Description);
        json.WriteString("display_name", string.IsNullOrEmpty(group.Title) ? group.Name : group.Title);
        json.WriteString("id", group.Id);
        json.WriteString("image_display_url", GroupImages.DisplayUrl(group.ImageUrl, settings.SiteUrl));
        WriteText(json, "image_url", group.ImageUrl);
        json.WriteBoolean("is_organization", group.IsOrganization);
        json.WriteString("name", group.Name);
        json.WriteString("state", group.State);
        WriteText(json, "title", group.Title);
        json.WriteString("type", group.Type);
    }

    private static void WriteText(Utf8JsonWriter json, string key, string? text)
    {
        if (text is not null)
        {
            json.WriteString(key, text);
        }
    }

    private void WriteParents(Utf8JsonWriter json, IEnumerable<GroupDetails.Parent> parents, bool full)
    {
        json.WriteStartArray("groups");
        foreach (var parent in parents)
        {
            json.WriteStartObject();
            json.WriteString("capacity", parent.Capacity);
            if (full)
            {
                WritePlain(json, parent.Group);
            }
            else
            {
                json.WriteString("name", parent.Group.Name);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
