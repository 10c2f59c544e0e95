using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.DataStore;

/// <summary><c>_links</c> as CKAN answered them up to 2.11: scripts follow <c>next</c> until a page is empty.</summary>
internal static class SearchLinks
{
    public static void Write(Utf8JsonWriter json, JsonObject data, SearchPage page)
    {
        json.WriteStartObject("_links");
        json.WriteString("start", Link(data, 0));
        json.WriteString("next", Link(data, page.Offset + page.Limit));
        if (page.Offset > 0)
        {
            json.WriteString("prev", Link(data, Math.Max(0, page.Offset - page.Limit)));
        }

        json.WriteEndObject();
    }

    private static string Link(JsonObject data, long offset)
    {
        var parts = data.Where(pair => pair.Key != "offset" && pair.Value is not null)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(InputValues.Text(pair.Value) ?? pair.Value!.ToJsonString())}");
        return "/api/3/action/datastore_search?" + string.Join('&', offset > 0 ? parts.Append($"offset={offset}") : parts);
    }
}
