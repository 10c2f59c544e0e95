using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Resources;

/// <summary>A resource as CKAN shows it.</summary>
public static class ResourceJson
{
    /// <param name="position">0-based place among the active resources.</param>
    /// <param name="inDataset">Within its dataset a resource always has <c>datastore_active</c>.</param>
    public static void Write(Utf8JsonWriter json, Resource resource, int position, string siteUrl, bool inDataset = true)
    {
        json.WriteStartObject();
        WriteTime(json, "cache_last_updated", resource.CacheLastUpdated);
        json.WriteString("cache_url", resource.CacheUrl);
        json.WriteString("created", Clock.Text(resource.Created));
        WriteExtras(json, resource, inDataset);
        json.WriteString("description", resource.Description);
        json.WriteString("format", resource.Format);
        json.WriteString("hash", resource.Hash);
        json.WriteString("id", resource.Id);
        WriteTime(json, "last_modified", resource.LastModified);
        json.WriteString("metadata_modified", Clock.Text(resource.MetadataModified));
        json.WriteString("mimetype", resource.Mimetype);
        json.WriteString("mimetype_inner", resource.MimetypeInner);
        json.WriteString("name", resource.Name);
        json.WriteString("package_id", resource.DatasetId);
        json.WriteNumber("position", position);
        json.WriteString("resource_type", resource.ResourceType);
        if (resource.Size is { } size)
        {
            json.WriteNumber("size", size);
        }
        else
        {
            json.WriteNull("size");
        }

        json.WriteString("state", resource.State);
        json.WriteString("url", PublicUrl(resource, siteUrl));
        json.WriteString("url_type", resource.UrlType);
        json.WriteEndObject();
    }

    /// <summary>One resource outside its dataset.</summary>
    public static JsonNode Node(Resource resource, string siteUrl)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, CatalogJson.WriterOptions))
        {
            Write(json, resource, resource.Position, siteUrl, inDataset: false);
        }

        return JsonNode.Parse(buffer.WrittenSpan)!;
    }

    /// <summary>Where a client gets the resource: our download address for an upload, else what was given, with a scheme.</summary>
    public static string PublicUrl(Resource resource, string siteUrl) => resource.UrlType switch
    {
        "upload" => $"{siteUrl}/dataset/{resource.DatasetId}/resource/{resource.Id}/download/{Uri.EscapeDataString(resource.Url)}",
        _ when resource.Url.Length == 0 || resource.Url.Contains("://", StringComparison.Ordinal) || resource.Url.StartsWith('/') || resource.Url.StartsWith("mailto:", StringComparison.Ordinal) => resource.Url,
        _ => "http://" + resource.Url,
    };

    private static void WriteExtras(Utf8JsonWriter json, Resource resource, bool inDataset)
    {
        var active = false;
        if (resource.ExtrasJson is { } text)
        {
            foreach (var (key, value) in JsonNode.Parse(text)!.AsObject())
            {
                active |= key == "datastore_active";
                json.WritePropertyName(key);
                if (value is null)
                {
                    json.WriteNullValue();
                }
                else
                {
                    value.WriteTo(json, CatalogJson.Options);
                }
            }
        }

        if (!active && inDataset)
        {
            json.WriteBoolean("datastore_active", false);
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string key, DateTime? time)
    {
        if (time is { } value)
        {
            json.WriteString(key, Clock.Text(value));
        }
        else
        {
            json.WriteNull(key);
        }
    }
}
