using System.Buffers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Activities;

/// <summary>Reads activity streams, newest first, leaving out what the caller may not see.</summary>
internal sealed class ActivityReader(CatalogContext context, CkanSettings settings)
{
    // Up to so many datasets their activities are found one by one; beyond, going back in time finds them sooner
    private const int FewDatasets = 1000;

    public async Task<RawJson> ReadAsync(IQueryable<Activity> activities, ActivityPage page, Caller caller, bool withHidden, CancellationToken ct)
    {
        var ids = new List<string>();
        var skipped = 0;
        var wanted = await NarrowAsync(activities, page, withHidden && caller.IsSysadmin, ct);
        if (caller.IsAnonymous)
        {
            wanted = wanted.Where(a => a.Labels == null || a.Labels == Caller.PublicLabel);
        }

        await foreach (var found in wanted.OrderByDescending(a => a.Timestamp).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Labels }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!MayRead(found.Labels, caller) || skipped++ < page.Offset)
            {
                continue;
            }

            if (ids.Count == page.Limit)
            {
                break;
            }

            ids.Add(found.Id);
        }

        return await WriteAsync(ids, ct);
    }

    /// <summary>What users did, and what happened to them.</summary>
    public IQueryable<Activity> OfUser(string userId) => context.Activities.AsNoTracking().Where(a => a.UserId == userId || a.ObjectId == userId);

    public IQueryable<Activity> OfDataset(string datasetId) => context.Activities.AsNoTracking().Where(a => a.ObjectId == datasetId);

    /// <summary>Of an organization or group and of the datasets in it.</summary>
    public async Task<IQueryable<Activity>> OfGroupAsync(Group group, CancellationToken ct)
    {
        var datasets = group.IsOrganization
            ? context.Datasets.Where(d => d.OwnerOrg == group.Id).Select(d => d.Id)
            : context.Members.Where(m => m.GroupId == group.Id && m.TableName == "package" && m.State == RecordState.Active).Select(m => m.TableId);
        var few = await datasets.Take(FewDatasets + 1).ToListAsync(ct);
        if (few.Count <= FewDatasets)
        {
            few.Add(group.Id);
            return context.Activities.AsNoTracking().Where(a => few.Contains(a.ObjectId));
        }

        return context.Activities.AsNoTracking().Where(a => a.ObjectId == group.Id || datasets.Contains(a.ObjectId));
    }

    public IQueryable<Activity> OfDatasets() =>
        context.Activities.AsNoTracking().Where(a => a.ActivityType == "new package" || a.ActivityType == "changed package" || a.ActivityType == "deleted package");

    private static bool MayRead(string? labels, Caller caller) =>
        labels is null || caller.IsSysadmin || labels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(caller.Labels.Contains);

    // CKAN's ckan.hide_activity_from_users: what the server does in its own name interests nobody
    private async Task<IQueryable<Activity>> NarrowAsync(IQueryable<Activity> activities, ActivityPage page, bool withHidden, CancellationToken ct)
    {
        if (page.After is { } after)
        {
            activities = activities.Where(a => a.Timestamp > after);
        }

        if (page.Before is { } before)
        {
            activities = activities.Where(a => a.Timestamp < before);
        }

        var siteId = settings.Get("ckan.site_id");
        return !withHidden && await context.Users.Where(u => u.Name == siteId).Select(u => u.Id).FirstOrDefaultAsync(ct) is { } site
            ? activities.Where(a => a.UserId != site)
            : activities;
    }

    private async Task<RawJson> WriteAsync(List<string> ids, CancellationToken ct)
    {
        var rows = await context.Activities.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions))
        {
            json.WriteStartArray();
            foreach (var id in ids)
            {
                if (rows.TryGetValue(id, out var activity))
                {
                    Write(json, activity);
                }
            }

            json.WriteEndArray();
        }

        return new RawJson(buffer.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter json, Activity activity)
    {
        json.WriteStartObject();
        json.WriteString("id", activity.Id);
        json.WriteString("timestamp", Clock.Text(activity.Timestamp));
        json.WriteString("user_id", activity.UserId);
        json.WriteString("object_id", activity.ObjectId);
        json.WriteString("activity_type", activity.ActivityType);
        json.WritePropertyName("data");
        if (activity.Data is { } data)
        {
            json.WriteRawValue(data, skipInputValidation: true);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WritePropertyName("permission_labels");
        if (activity.Labels is { } labels)
        {
            JsonSerializer.Serialize(json, labels.Split(' ', StringSplitOptions.RemoveEmptyEntries), CatalogJson.Options);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }
}
