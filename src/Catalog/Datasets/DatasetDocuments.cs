using System.Buffers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Licenses;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Datasets;

/// <summary>Renders datasets to what CKAN shows, in the transaction of the change, and notes the change for the log.</summary>
public sealed class DatasetDocuments(CatalogContext context, PendingChanges pending, LicenseRegister licenses, CkanSettings settings)
{
    private const int RepublishPage = 200;

    /// <summary>Renders one dataset.</summary>
    /// <param name="dataset">With its extras, tags and resources loaded.</param>
    /// <returns>The document; its bytes are what the action answers.</returns>
    public async Task<DatasetDocument> PublishAsync(Dataset dataset, CancellationToken ct)
    {
        var owner = dataset.OwnerOrg is null ? null : await context.Groups.FindAsync([dataset.OwnerOrg], ct);
        var isNew = context.Entry(dataset).State == EntityState.Added; // then nothing of it is stored yet
        var groups = await GroupsOfAsync(dataset.Id, isNew, ct);
        var (asSubject, asObject) = isNew ? ([], []) : await RelationshipsOfAsync(dataset.Id, ct);
        var document = context.Documents.Local.FindEntry(dataset.Id)?.Entity ?? (isNew ? null : await context.Documents.FindAsync([dataset.Id], ct));
        if (document is null)
        {
            document = new DatasetDocument { Id = dataset.Id, Name = dataset.Name };
            context.Documents.Add(document);
        }

        Fill(document, dataset, owner, groups, asSubject, asObject);
        return document;
    }

    /// <summary>
    /// Renders datasets again because something that they show has changed (an organization's title, the site's address). Saves what is pending
    /// first, then reads page by page without tracking, so that thousands of datasets cost a few queries for each page and no more than their documents.
    /// </summary>
    public async Task RepublishAsync(IQueryable<Dataset> datasets, CancellationToken ct)
    {
        await context.SaveChangesAsync(ct);
        var ids = await datasets.Select(d => d.Id).ToListAsync(ct);
        var detecting = context.ChangeTracker.AutoDetectChangesEnabled;
        context.ChangeTracker.AutoDetectChangesEnabled = false; // would look at every document rendered so far for each further one
        try
        {
            foreach (var page in ids.Chunk(RepublishPage))
            {
                await RepublishPageAsync(page, ct);
            }
        }
        finally
        {
            context.ChangeTracker.AutoDetectChangesEnabled = detecting;
        }
    }

    private async Task RepublishPageAsync(string[] ids, CancellationToken ct)
    {
        var datasets = await Whole(context.Datasets.AsNoTracking()).Where(d => ids.Contains(d.Id)).ToListAsync(ct);
        var owners = await context.Groups.AsNoTracking()
            .Where(g => context.Datasets.Any(d => ids.Contains(d.Id) && d.OwnerOrg == g.Id)).ToDictionaryAsync(g => g.Id, ct);
        var groups = (await context.Members.AsNoTracking()
            .Where(m => ids.Contains(m.TableId) && m.TableName == "package" && m.State == RecordState.Active)
            .Where(m => !m.Group!.IsOrganization && m.Group.State == RecordState.Active)
            .Select(m => new { m.TableId, m.Group }).ToListAsync(ct)).ToLookup(m => m.TableId, m => m.Group!);
        var relationships = await context.Relationships.AsNoTracking()
            .Where(r => (ids.Contains(r.SubjectId) || ids.Contains(r.ObjectId)) && r.State == RecordState.Active).ToListAsync(ct);
        var asSubject = relationships.ToLookup(r => r.SubjectId);
        var asObject = relationships.ToLookup(r => r.ObjectId);
        var sequences = await context.Documents.Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Sequence }).ToDictionaryAsync(d => d.Id, d => d.Sequence, ct);
        foreach (var dataset in datasets)
        {
            var document = context.Documents.Local.FindEntry(dataset.Id)?.Entity;
            if (document is null)
            {
                // The old rendering isn't read, only its sequence, by which another writer would be noticed
                document = new DatasetDocument { Id = dataset.Id, Name = dataset.Name, Sequence = sequences.GetValueOrDefault(dataset.Id) };
                context.Entry(document).State = sequences.ContainsKey(dataset.Id) ? EntityState.Modified : EntityState.Added;
            }

            Fill(
                document, dataset, owners.GetValueOrDefault(dataset.OwnerOrg ?? ""), [.. groups[dataset.Id].OrderBy(DisplayName, StringComparer.Ordinal)],
                [.. asSubject[dataset.Id]], [.. asObject[dataset.Id]]);
        }
    }

    private void Fill(
        DatasetDocument document, Dataset dataset, Group? owner, List<Group> groups, List<DatasetRelationship> asSubject, List<DatasetRelationship> asObject)
    {
        document.Name = dataset.Name;
        document.State = dataset.State;
        document.Labels = string.Join(' ', LabelsOf(dataset));
        document.Json = Render(dataset, owner, groups, asSubject, asObject);
        pending.DatasetChanged(document);
    }

    /// <summary>A dataset query that loads all that rendering needs.</summary>
    public static IQueryable<Dataset> Whole(IQueryable<Dataset> datasets) =>
        datasets.Include(d => d.Extras).Include(d => d.Tags).ThenInclude(t => t.Tag).Include(d => d.Resources).AsSplitQuery();

    /// <summary>CKAN's permission labels of a dataset.</summary>
    public static IEnumerable<string> LabelsOf(Dataset dataset)
    {
        if (dataset is { State: RecordState.Active, Private: false })
        {
            yield return Caller.PublicLabel;
        }
        else
        {
            yield return dataset.OwnerOrg is not null ? "member-" + dataset.OwnerOrg : "creator-" + dataset.CreatorUserId;
            yield return "collaborator-" + dataset.Id;
        }
    }

    private async Task<List<Group>> GroupsOfAsync(string datasetId, bool isNew, CancellationToken ct)
    {
        var stored = isNew ? [] : await context.Members
            .Where(m => m.TableId == datasetId && m.TableName == "package" && !m.Group!.IsOrganization && m.Group.State == RecordState.Active)
            .Include(m => m.Group)
            .ToListAsync(ct);

        // Memberships of this very transaction are only tracked yet; those it ended are still stored
        var added = context.Members.Local.Where(m => m.TableId == datasetId && m.TableName == "package" && context.Entry(m).State == EntityState.Added);
        var groups = new List<Group>();
        foreach (var member in stored.Union(added).Where(m => m.State == RecordState.Active && context.Entry(m).State != EntityState.Deleted))
        {
            if ((member.Group ?? await context.Groups.FindAsync([member.GroupId], ct)) is { IsOrganization: false, State: RecordState.Active } group)
            {
                groups.Add(group);
            }
        }

        return [.. groups.OrderBy(DisplayName, StringComparer.Ordinal)];
    }

    private async Task<(List<DatasetRelationship> AsSubject, List<DatasetRelationship> AsObject)> RelationshipsOfAsync(string id, CancellationToken ct)
    {
        var all = await context.Relationships
            .Where(r => (r.SubjectId == id || r.ObjectId == id) && r.State == RecordState.Active).ToListAsync(ct);
        return ([.. all.Where(r => r.SubjectId == id)], [.. all.Where(r => r.ObjectId == id)]);
    }

    private static string DisplayName(Group group) => string.IsNullOrEmpty(group.Title) ? group.Name : group.Title;

    private byte[] Render(Dataset dataset, Group? owner, List<Group> groups, List<DatasetRelationship> asSubject, List<DatasetRelationship> asObject)
    {
        var license = licenses.Find(dataset.LicenseId);
        var resources = dataset.Resources.Where(r => r.State == RecordState.Active && context.Entry(r).State != EntityState.Deleted)
            .OrderBy(r => r.Position).ToList();
        var tags = dataset.Tags.Where(t => context.Entry(t).State != EntityState.Deleted).Select(t => t.Tag!)
            .OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var extras = dataset.Extras.Where(e => context.Entry(e).State != EntityState.Deleted);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("author", dataset.Author);
            json.WriteString("author_email", dataset.AuthorEmail);
            json.WriteString("creator_user_id", dataset.CreatorUserId);
            json.WriteString("id", dataset.Id);
            json.WriteBoolean("isopen", license?.IsOpen ?? false);
            json.WriteString("license_id", dataset.LicenseId);
            json.WriteString("license_title", license?.Title ?? dataset.LicenseId);
            if (license is { Url.Length: > 0 })
            {
                json.WriteString("license_url", license.Url);
            }

            json.WriteString("maintainer", dataset.Maintainer);
            json.WriteString("maintainer_email", dataset.MaintainerEmail);
            json.WriteString("metadata_created", Clock.Text(dataset.MetadataCreated));
            json.WriteString("metadata_modified", Clock.Text(dataset.MetadataModified));
            json.WriteString("name", dataset.Name);
            json.WriteString("notes", dataset.Notes);
            json.WriteNumber("num_resources", resources.Count);
            json.WriteNumber("num_tags", tags.Count);
            WriteOwner(json, owner);
            json.WriteString("owner_org", dataset.OwnerOrg);
            json.WriteBoolean("private", dataset.Private);
            json.WriteString("state", dataset.State);
            json.WriteString("title", string.IsNullOrWhiteSpace(dataset.Title) ? dataset.Name : dataset.Title.Trim());
            json.WriteString("type", dataset.Type);
            json.WriteString("url", dataset.Url);
            json.WriteString("version", dataset.Version);
            WriteExtras(json, extras);
            WriteGroups(json, groups);
            json.WriteStartArray("resources");
            foreach (var (resource, position) in resources.Select((r, i) => (r, i)))
            {
                ResourceJson.Write(json, resource, position, settings.SiteUrl);
            }

            json.WriteEndArray();
            json.WriteStartArray("tags");
            foreach (var tag in tags)
            {
                json.WriteStartObject();
                json.WriteString("display_name", tag.Name);
                json.WriteString("id", tag.Id);
                json.WriteString("name", tag.Name);
                json.WriteString("state", RecordState.Active);
                json.WriteString("vocabulary_id", tag.VocabularyId);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteRelationships(json, "relationships_as_subject", asSubject);
            WriteRelationships(json, "relationships_as_object", asObject);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteOwner(Utf8JsonWriter json, Group? owner)
    {
        if (owner is not { State: RecordState.Active })
        {
            json.WriteNull("organization");
            return;
        }

        json.WriteStartObject("organization");
        json.WriteString("id", owner.Id);
        json.WriteString("name", owner.Name);
        json.WriteString("title", owner.Title);
        json.WriteString("type", owner.Type);
        json.WriteString("description", owner.Description);
        json.WriteString("image_url", owner.ImageUrl);
        json.WriteString("created", Clock.Text(owner.Created));
        json.WriteBoolean("is_organization", true);
        json.WriteString("approval_status", owner.ApprovalStatus);
        json.WriteString("state", owner.State);
        json.WriteEndObject();
    }

    // CKAN 2.12 keeps extras in a JSON column, whose keys PostgreSQL orders by length, then by bytes
    private static void WriteExtras(Utf8JsonWriter json, IEnumerable<DatasetExtra> extras)
    {
        json.WriteStartArray("extras");
        foreach (var extra in extras.OrderBy(e => System.Text.Encoding.UTF8.GetByteCount(e.Key)).ThenBy(e => e.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("key", extra.Key);
            json.WriteString("value", extra.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteGroups(Utf8JsonWriter json, List<Group> groups)
    {
        json.WriteStartArray("groups");
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteString("description", group.Description);
            json.WriteString("display_name", DisplayName(group));
            json.WriteString("id", group.Id);
            json.WriteString("image_display_url", GroupImages.DisplayUrl(group.ImageUrl, settings.SiteUrl));
            json.WriteString("name", group.Name);
            json.WriteString("title", group.Title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRelationships(Utf8JsonWriter json, string key, List<DatasetRelationship> relationships)
    {
        json.WriteStartArray(key);
        foreach (var relationship in relationships)
        {
            json.WriteStartObject();
            json.WriteString("id", relationship.Id);
            json.WriteString("type", relationship.Type);
            json.WriteString("comment", relationship.Comment);
            json.WriteStartObject("__extras");
            json.WriteString("subject_package_id", relationship.SubjectId);
            json.WriteString("object_package_id", relationship.ObjectId);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
