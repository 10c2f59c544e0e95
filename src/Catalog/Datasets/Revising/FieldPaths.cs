using System.Globalization;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Datasets.Revising;

/// <summary>
/// CKAN's flattened keys into a dataset (<c>resources__0__name</c>): a part of a list is an index (negative from its end) or the beginning of an
/// item's id, of at least five characters.
/// </summary>
internal static class FieldPaths
{
    public const string Extend = "extend";
    private const int MinIdPrefix = 5;

    public static string[] Split(string key) => key.Split("__", StringSplitOptions.None);

    /// <summary>Place of a list item; null when nothing fits.</summary>
    public static int? IndexOf(JsonArray list, string part)
    {
        if (int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) && part.Length < MinIdPrefix)
        {
            var place = index < 0 ? list.Count + index : index;
            return place >= 0 && place < list.Count ? place : null;
        }

        if (part.Length < MinIdPrefix)
        {
            return null;
        }

        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is JsonObject item && item["id"] is { } id && (FieldText.Of(id) ?? "").StartsWith(part, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Paths at which a dataset differs from what an object asks for; objects compare only the keys given, lists by place.</summary>
    public static IEnumerable<string> Differences(JsonNode? present, JsonNode? wanted, string path = "")
    {
        string At(string part) => path.Length == 0 ? part : path + "__" + part;
        if (wanted is JsonObject wantedObject)
        {
            if (present is not JsonObject presentObject)
            {
                return [path];
            }

            return wantedObject.SelectMany(pair => presentObject.ContainsKey(pair.Key) ? Differences(presentObject[pair.Key], pair.Value, At(pair.Key)) : [At(pair.Key)]);
        }

        if (wanted is JsonArray wantedList)
        {
            if (present is not JsonArray presentList)
            {
                return [path];
            }

            return wantedList.SelectMany((item, i) =>
                i < presentList.Count ? Differences(presentList[i], item, At(i.ToString(CultureInfo.InvariantCulture))) : [At(i.ToString(CultureInfo.InvariantCulture))]);
        }

        return JsonNode.DeepEquals(present, wanted) || (present is JsonValue && wanted is JsonValue && FieldText.Of(present) == FieldText.Of(wanted)) ? [] : [path];
    }

    /// <summary>Paths at which a dataset differs from one flattened condition.</summary>
    /// <exception cref="IntegrityException"><c>Unmatched key X</c></exception>
    public static IEnumerable<string> Differences(JsonObject present, string key, JsonNode? wanted)
    {
        var current = (JsonNode?)present;
        var parts = Split(key);
        for (var i = 0; i < parts.Length; i++)
        {
            current = current switch
            {
                JsonObject o when o.ContainsKey(parts[i]) => o[parts[i]],
                JsonArray list when IndexOf(list, parts[i]) is { } index => list[index],
                _ => throw new IntegrityException("Unmatched key " + string.Join("__", parts.Take(i + 1))),
            };
        }

        return Differences(current, wanted, key);
    }
}
