using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Views;

/// <summary>Kinds of saved views and the keys that each of them takes beside title and description.</summary>
internal static class ViewTypes
{
    private const int MaxCharacters = 10_000;

    private static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(["id", "resource_id", "package_id", "title", "description", "view_type"]);

    // Those of CKAN, and three of ours whose query is the query string of the resource's page
    private static readonly FrozenDictionary<string, FrozenSet<string>> Keys = new Dictionary<string, string>
    {
        ["datatables_view"] = "filter_fields filter_values show_fields responsive filterable ellipsis_length date_format",
        ["image_view"] = "image_url",
        ["webpage_view"] = "page_url",
        ["video_view"] = "video_url poster_url",
        ["audio_view"] = "audio_url",
        ["text_view"] = "",
        ["table_view"] = "query",
        ["chart_view"] = "query",
        ["map_view"] = "query",
    }.ToFrozenDictionary(type => type.Key, type => type.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet());

    public static bool IsKnown(string type) => Keys.ContainsKey(type);

    /// <summary>The keys of a view's own type, as they are kept.</summary>
    /// <exception cref="InvalidException">Under <c>__extras</c> for other keys; under a key that is too long.</exception>
    public static string Config(string type, JsonObject data)
    {
        var config = new JsonObject();
        foreach (var (key, value) in data.Where(pair => !Common.Contains(pair.Key)))
        {
            if (!Keys.GetValueOrDefault(type, FrozenSet<string>.Empty).Contains(key))
            {
                throw InvalidException.Field("__extras", "The input field __extras was not expected.");
            }

            if (key == "query" && value is not null && InputValues.Text(value) is null)
            {
                throw InvalidException.Field(key, "Must be a Unicode string value");
            }

            config[key] = value?.DeepClone();
        }

        var json = config.ToJsonString(CatalogJson.Options);
        return json.Length <= MaxCharacters ? json : throw InvalidException.Field("__extras", $"A view is described by at most {MaxCharacters} characters");
    }
}
