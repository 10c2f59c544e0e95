using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Resources;

/// <summary>Puts checked values into a resource row, with CKAN's guesses for what was left out.</summary>
internal static class ResourceFiller
{
    /// <param name="isNew">A new resource's format is guessed when it is empty.</param>
    /// <param name="guessMimetype">CKAN guesses the media type in changes of a dataset, not when one is made.</param>
    public static void Fill(Resource resource, ResourceValues values, bool isNew, bool guessMimetype, DateTime now)
    {
        // As in CKAN these are emptied when they are left out; the others stay
        resource.Description = values.Description;
        resource.MimetypeInner = values.MimetypeInner;
        resource.ResourceType = values.ResourceType;
        resource.Url = values.Url;
        resource.Mimetype = values.Has("mimetype") ? values.Mimetype : guessMimetype ? ResourceFormats.MediaTypeOf(values.Url) : null;
        resource.Name = values.Has("name") ? values.Name : resource.Name;
        resource.CacheUrl = values.Has("cache_url") ? values.CacheUrl : resource.CacheUrl;
        resource.CacheLastUpdated = values.Has("cache_last_updated") ? values.CacheLastUpdated : resource.CacheLastUpdated;
        resource.Created = values.Created ?? resource.Created;
        resource.UrlType = values.Has("url_type") || values.UrlType is not null ? values.UrlType : resource.UrlType;
        resource.Format = values.Format ?? (isNew ? GuessFormat(values) : values.Has("format") ? "" : resource.Format);
        resource.LastModified = values.Has("last_modified") ? values.LastModified : resource.LastModified;
        resource.Hash = values.Has("hash") ? values.Hash ?? "" : resource.Hash;
        resource.Size = values.Has("size") ? values.Size : resource.Size;
        FillExtras(resource, values.Extras);
        FillFile(resource, values, now);
    }

    private static void FillFile(Resource resource, ResourceValues values, DateTime now)
    {
        if (values.Upload?.Stored is { } stored)
        {
            resource.FileHash = stored.Hash;
            resource.Inspection = InspectionState.Waiting;
            resource.Hash = stored.Hash;
            resource.Size = stored.Length;
            resource.Mimetype = values.Has("mimetype") && !string.IsNullOrEmpty(values.Mimetype) ? values.Mimetype : ResourceFormats.MediaTypeOf(values.Url) ?? stored.MediaType;
            resource.Format = resource.Format.Length > 0 ? resource.Format : stored.Format;
            resource.LastModified = now;
        }
        else if (resource.UrlType != "upload")
        {
            resource.FileHash = null;
        }
    }

    private static void FillExtras(Resource resource, JsonObject extras)
    {
        var kept = (JsonObject)extras.DeepClone();
        var active = resource.ExtrasJson is null ? null : JsonNode.Parse(resource.ExtrasJson)!["datastore_active"];
        if (!kept.ContainsKey("datastore_active") && active is not null)
        {
            kept["datastore_active"] = active.DeepClone();
        }
        else if (active is null && kept["datastore_active"] is { } given && !InputValues.Flag(given))
        {
            kept.Remove("datastore_active"); // shown as false anyway
        }

        var text = kept.Count == 0 ? null : kept.ToJsonString(CatalogJson.Options);
        if (resource.ExtrasJson is null || text is null || !JsonNode.DeepEquals(JsonNode.Parse(resource.ExtrasJson), kept))
        {
            resource.ExtrasJson = text;
        }
    }

    private static string GuessFormat(ResourceValues values) =>
        ResourceFormats.MediaTypeOf(values.Url) is { } type ? ResourceFormats.Clean(type) : "";
}
