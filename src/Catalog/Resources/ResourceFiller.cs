using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Resources;

/// <summary>Puts checked values into a resource row, with CKAN's guesses for what was left out.</summary>
internal static class ResourceFiller
{
    /// <param name="isNew">A new resource's format is guessed when it is empty.</param>
    public static void Fill(Resource resource, ResourceValues values, bool isNew, DateTime now)
    {
        resource.Name = values.Name;
        resource.Description = values.Description;
        resource.MimetypeInner = values.MimetypeInner;
        resource.ResourceType = values.ResourceType;
        resource.CacheUrl = values.CacheUrl;
        resource.CacheLastUpdated = values.CacheLastUpdated;
        resource.Created = values.Created ?? resource.Created;
        resource.Url = values.Url;
        resource.UrlType = values.UrlType;
        resource.Mimetype = values.MimetypeGiven ? values.Mimetype : isNew && values.Upload is null ? null : ResourceFormats.MediaTypeOf(values.Url);
        resource.Format = values.Format ?? (isNew ? GuessFormat(values) : "");
        resource.LastModified = values.LastModified;
        resource.Hash = values.Hash ?? "";
        resource.Size = values.Size;
        FillExtras(resource, values.Extras);
        FillFile(resource, values, now);
    }

    private static void FillFile(Resource resource, ResourceValues values, DateTime now)
    {
        if (values.Upload?.Stored is { } stored)
        {
            resource.FileHash = stored.Hash;
            resource.Inspected = false;
            resource.Hash = stored.Hash;
            resource.Size = stored.Length;
            resource.Mimetype = values.MimetypeGiven && !string.IsNullOrEmpty(values.Mimetype) ? values.Mimetype : ResourceFormats.MediaTypeOf(values.Url) ?? stored.MediaType;
            resource.Format = resource.Format.Length > 0 ? resource.Format : stored.Format;
            resource.LastModified = now;
        }
        else if (values.UrlType != "upload")
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
