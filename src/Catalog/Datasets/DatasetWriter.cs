using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Activities;
using Purbalingga.Catalog.DataStore.Loading;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;
using Purbalingga.Catalog.Tags;
using Tracking = Microsoft.EntityFrameworkCore.EntityState;

namespace Purbalingga.Catalog.Datasets;

/// <summary>The one place where datasets are made and changed; all dataset and resource actions come here.</summary>
internal sealed class DatasetWriter(
    CatalogContext context,
    DatasetSchema schema,
    DatasetDocuments documents,
    PendingChanges pending,
    Rights rights,
    ActivityLog activities,
    LoadOrders loads,
    TimeProvider clock)
{
    public static readonly IReadOnlyDictionary<int, UploadedFile> NoUploads = new Dictionary<int, UploadedFile>();

    /// <summary>Makes a dataset.</summary>
    /// <returns>Its document.</returns>
    public async Task<DatasetDocument> CreateAsync(
        JsonObject data, Caller caller, IReadOnlyDictionary<int, UploadedFile> uploads, CancellationToken ct)
    {
        await RequireCreateAsync(data, caller, ct);
        var values = await schema.ReadAsync(data, null, caller, uploads, ct);
        if (values.NameIsHeld)
        {
            await FreeNameAsync(values.Name!, ct);
        }

        var now = clock.Now();
        var dataset = new Dataset
        {
            Id = values.Id ?? Guid.CreateVersion7().ToString(),
            Name = values.Name!,
            Type = values.Type ?? "dataset",
            State = values.State ?? RecordState.Active,
            CreatorUserId = caller.UserId,
            MetadataCreated = now,
            MetadataModified = values.MetadataModified ?? now,
            Private = values.Private ?? false,
        };
        context.Datasets.Add(dataset);
        await FillAsync(dataset, values, now, ct);
        return await PublishAsync(dataset, caller, "new package", ct);
    }

    /// <summary>Replaces a dataset by what the caller sent, by CKAN's rules of what stays when it is left out.</summary>
    /// <param name="dataset">Whole, tracked.</param>
    /// <returns>Its document; the old one when nothing changed.</returns>
    public async Task<DatasetDocument> UpdateAsync(
        Dataset dataset, JsonObject data, Caller caller, IReadOnlyDictionary<int, UploadedFile> uploads, CancellationToken ct)
    {
        rights.RequireEdit(dataset, caller);
        await RequireGroupsAsync(data, dataset, caller, ct);
        var values = await schema.ReadAsync(data, dataset, caller, uploads, ct);
        if (values.Name is { } name && name != dataset.Name)
        {
            if (values.NameIsHeld)
            {
                await FreeNameAsync(name, ct);
            }

            dataset.Name = name;
        }

        dataset.State = values.State ?? dataset.State;
        dataset.Private = values.Private ?? dataset.Private;
        var now = clock.Now();
        await FillAsync(dataset, values, now, ct);
        if (!Changed(dataset))
        {
            return await context.Documents.FindAsync([dataset.Id], ct) ?? await documents.PublishAsync(dataset, ct);
        }

        dataset.MetadataModified = values.MetadataModified is { } given && given != dataset.MetadataModified ? given : now;
        dataset.Revision++;
        return await PublishAsync(dataset, caller, dataset.State == RecordState.Deleted ? "deleted package" : "changed package", ct);
    }

    /// <summary>Marks a dataset deleted: it leaves lists, search and its groups, but its name and page stay until another takes the name.</summary>
    public async Task DeleteAsync(Dataset dataset, Caller caller, CancellationToken ct)
    {
        rights.RequireEdit(dataset, caller);
        dataset.State = RecordState.Deleted;
        dataset.Revision++;
        context.Members.RemoveRange(await context.Members.Where(m => m.TableId == dataset.Id && m.TableName == "package").ToListAsync(ct));
        context.Collaborators.RemoveRange(await context.Collaborators.Where(c => c.DatasetId == dataset.Id).ToListAsync(ct));
        await PublishAsync(dataset, caller, "deleted package", ct);
    }

    /// <summary>Gives a dataset to another organization; null for none.</summary>
    public async Task ChangeOwnerAsync(Dataset dataset, string? organizationId, Caller caller, CancellationToken ct)
    {
        if (dataset.OwnerOrg == organizationId)
        {
            return;
        }

        dataset.OwnerOrg = organizationId;
        dataset.MetadataModified = clock.Now();
        dataset.Revision++;
        await PublishAsync(dataset, caller, "changed package", ct);
    }

    /// <summary>Takes a dataset and all that belongs to it out of the records.</summary>
    public async Task PurgeAsync(Dataset dataset, CancellationToken ct)
    {
        context.Relationships.RemoveRange(await context.Relationships.Where(r => r.SubjectId == dataset.Id || r.ObjectId == dataset.Id).ToListAsync(ct));
        context.Members.RemoveRange(await context.Members.Where(m => m.TableId == dataset.Id && m.TableName == "package").ToListAsync(ct));
        context.Follows.RemoveRange(await context.Follows.Where(f => f.ObjectId == dataset.Id && f.ObjectType == "dataset").ToListAsync(ct));
        if (await context.Documents.FindAsync([dataset.Id], ct) is { } document)
        {
            context.Documents.Remove(document);
        }

        await loads.PurgeAsync(dataset.Id, ct);
        context.Datasets.Remove(dataset);
        pending.DatasetPurged(dataset.Id);
    }

    /// <summary>A dataset's current document as a tree that can be changed and given to <see cref="UpdateAsync"/>.</summary>
    public async Task<JsonObject> ShowAsync(Dataset dataset, CancellationToken ct)
    {
        var document = await context.Documents.FindAsync([dataset.Id], ct) ?? throw new InvalidOperationException("A dataset without a document.");
        return JsonNode.Parse(document.Json)!.AsObject();
    }

    private async Task<DatasetDocument> PublishAsync(Dataset dataset, Caller caller, string activity, CancellationToken ct)
    {
        var document = await documents.PublishAsync(dataset, ct);
        activities.Record(caller, activity, dataset.Id, "package", document.Json, document.Labels);
        return document;
    }

    private async Task RequireCreateAsync(JsonObject data, Caller caller, CancellationToken ct)
    {
        if (!rights.MayCreateDatasets(caller))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to create packages");
        }

        await RequireGroupsAsync(data, null, caller, ct);
        if (!caller.IsSysadmin && FieldText.Of(data["owner_org"]) is { Length: > 0 } owner
            && !caller.May((await context.FindGroupAsync(owner, ct))?.Id, "create_dataset"))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to add dataset to this organization");
        }
    }

    // CKAN's group check is part of authorization: sysadmins skip it, others get 404 for a group that is not there
    private async Task RequireGroupsAsync(JsonObject data, Dataset? dataset, Caller caller, CancellationToken ct)
    {
        if (caller.IsSysadmin || data["groups"] is not JsonArray groups)
        {
            return;
        }

        var present = dataset is null ? [] : await context.Members
            .Where(m => m.TableId == dataset.Id && m.TableName == "package" && m.State == RecordState.Active).Select(m => m.GroupId).ToListAsync(ct);
        foreach (var item in groups.OfType<JsonObject>())
        {
            if ((FieldText.Of(item["id"]) ?? FieldText.Of(item["name"])) is not { Length: > 0 } reference)
            {
                continue;
            }

            var group = await context.FindGroupAsync(reference, ct) ?? throw new NotFoundException("Group was not found.");
            if (!present.Contains(group.Id) && !caller.May(group.Id, "manage_group"))
            {
                throw new NotAuthorizedException($"User {caller.Name} not authorized to edit these groups");
            }
        }
    }

    /// <summary>A deleted dataset lets its name go: it is then called by its id.</summary>
    private async Task FreeNameAsync(string name, CancellationToken ct)
    {
        var holder = await DatasetDocuments.Whole(context.Datasets).FirstOrDefaultAsync(d => d.Name == name && d.State == RecordState.Deleted, ct);
        if (holder is not null)
        {
            holder.Name = holder.Id;
            holder.Revision++;
            await documents.PublishAsync(holder, ct);
            await context.SaveChangesAsync(ct); // the unique name must be free before the next row takes it
        }
    }

    private async Task FillAsync(Dataset dataset, DatasetValues values, DateTime now, CancellationToken ct)
    {
        dataset.Title = values.Title;
        dataset.Version = values.Version;
        dataset.Url = values.Url;
        dataset.Author = values.Author;
        dataset.AuthorEmail = values.AuthorEmail;
        dataset.Maintainer = values.Maintainer;
        dataset.MaintainerEmail = values.MaintainerEmail;
        dataset.Notes = values.Notes;
        dataset.LicenseId = values.LicenseId;
        if (values.OwnerGiven)
        {
            dataset.OwnerOrg = values.OwnerOrg;
        }

        FillExtras(dataset, values.Extras);
        await FillTagsAsync(dataset, values, ct);
        if (values.Groups is not null)
        {
            await FillGroupsAsync(dataset, values.Groups, ct);
        }

        if (values.Resources is not null)
        {
            FillResources(dataset, values.Resources, now);
            await loads.FollowAsync(dataset, ct);
        }
    }

    private static void FillExtras(Dataset dataset, IReadOnlyDictionary<string, string> extras)
    {
        dataset.Extras.RemoveAll(e => !extras.ContainsKey(e.Key));
        foreach (var (key, value) in extras)
        {
            if (dataset.Extras.FirstOrDefault(e => e.Key == key) is { } present)
            {
                present.Value = value;
            }
            else
            {
                dataset.Extras.Add(new DatasetExtra { DatasetId = dataset.Id, Key = key, Value = value });
            }
        }
    }

    private async Task FillTagsAsync(Dataset dataset, DatasetValues values, CancellationToken ct)
    {
        var wanted = values.Tags.Select(name => Tag.Create(name, null)).Concat(values.VocabularyTags.Select(t => Tag.Create(t.Name, t.VocabularyId))).ToList();
        var ids = wanted.Select(t => t.Id).ToHashSet();
        dataset.Tags.RemoveAll(t => !ids.Contains(t.TagId));
        var present = dataset.Tags.Select(t => t.TagId).ToHashSet();
        var missing = wanted.Where(t => !present.Contains(t.Id)).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var missingIds = missing.Select(t => t.Id).ToList();
        var stored = await context.Tags.Where(t => missingIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct);
        var added = context.Tags.Local; // looks through everything tracked each time it is asked for
        foreach (var tag in missing)
        {
            if (!stored.TryGetValue(tag.Id, out var known))
            {
                known = added.FindEntry(tag.Id)?.Entity ?? context.Tags.Add(tag).Entity;
            }

            dataset.Tags.Add(new DatasetTag { DatasetId = dataset.Id, TagId = known.Id, Tag = known });
        }
    }

    private async Task FillGroupsAsync(Dataset dataset, IReadOnlyList<string> groups, CancellationToken ct)
    {
        var members = context.Entry(dataset).State == Tracking.Added ? [] : await context.Members.Include(m => m.Group)
            .Where(m => m.TableId == dataset.Id && m.TableName == "package" && !m.Group!.IsOrganization).ToListAsync(ct);
        context.Members.RemoveRange(members.Where(m => !groups.Contains(m.GroupId)));
        foreach (var id in groups)
        {
            if (members.FirstOrDefault(m => m.GroupId == id) is { } present)
            {
                present.State = RecordState.Active;
            }
            else
            {
                context.Members.Add(new Member { Id = Guid.CreateVersion7().ToString(), GroupId = id, TableName = "package", TableId = dataset.Id, Capacity = "public" });
            }
        }
    }

    private void FillResources(Dataset dataset, IReadOnlyList<ResourceValues> wanted, DateTime now)
    {
        var isUpdate = context.Entry(dataset).State != Tracking.Added;
        var active = dataset.Resources.Where(r => r.State == RecordState.Active).OrderBy(r => r.Position).ToList();
        var result = new List<Resource>();
        foreach (var values in wanted)
        {
            var resource = values.Id is null ? null : dataset.Resources.FirstOrDefault(r => r.Id == values.Id);
            if (resource is null)
            {
                resource = new Resource { Id = values.Id ?? Guid.CreateVersion7().ToString(), DatasetId = dataset.Id, Created = values.Created ?? now, MetadataModified = now };
                ResourceFiller.Fill(resource, values, isNew: true, isUpdate, now);
                context.Resources.Add(resource);
                if (!dataset.Resources.Contains(resource))
                {
                    dataset.Resources.Add(resource);
                }
            }
            else
            {
                resource.State = RecordState.Active;
                ResourceFiller.Fill(resource, values, isNew: false, isUpdate, now);
                if (context.Entry(resource).State == Tracking.Modified)
                {
                    resource.MetadataModified = now;
                }
            }

            result.Add(resource);
        }

        for (var i = 0; i < result.Count; i++)
        {
            result[i].Position = i;
        }

        if (result.SequenceEqual(active))
        {
            return;
        }

        // As in CKAN, a removed resource stays as a deleted row until the list changes again
        foreach (var gone in dataset.Resources.Where(r => !result.Contains(r)).ToList())
        {
            if (gone.State == RecordState.Deleted)
            {
                dataset.Resources.Remove(gone);
            }
            else
            {
                gone.State = RecordState.Deleted;
            }
        }
    }

    private bool Changed(Dataset dataset) =>
        context.ChangeTracker.Entries().Any(entry => entry.State != Tracking.Unchanged && entry.Entity switch
        {
            Dataset d => d.Id == dataset.Id,
            DatasetExtra e => e.DatasetId == dataset.Id,
            DatasetTag t => t.DatasetId == dataset.Id,
            Resource r => r.DatasetId == dataset.Id,
            Member m => m.TableId == dataset.Id,
            _ => false,
        });
}
