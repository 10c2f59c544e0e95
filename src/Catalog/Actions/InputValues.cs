using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Purbalingga.Catalog.Actions;

/// <summary>CKAN's readings of loosely typed input.</summary>
public static class InputValues
{
    /// <summary>Strings as they are, numbers as digits, booleans as Python writes them; null for null, lists and objects.</summary>
    public static string? Text(JsonNode? node) => node switch
    {
        null or JsonArray or JsonObject => null,
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => node.GetValue<string>(),
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            JsonValueKind.Null => null,
            _ => node.ToJsonString(),
        },
    };

    /// <summary>CKAN's <c>boolean_validator</c>: true yes t y 1 in any case, JSON true, non-zero numbers; everything else is false.</summary>
    public static bool Flag(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Number => node.ToJsonString() != "0",
        JsonValueKind.String => node.GetValue<string>().Trim().ToLowerInvariant() is "true" or "yes" or "t" or "y" or "1",
        _ => false,
    };

    /// <summary>CKAN's <c>asbool</c>.</summary>
    /// <returns>Null for a text that is neither true nor false.</returns>
    public static bool? AsBool(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => false,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => node.ToJsonString() != "0",
        JsonValueKind.String => node.GetValue<string>().Trim().ToLowerInvariant() switch
        {
            "true" or "yes" or "on" or "y" or "t" or "1" => true,
            "false" or "no" or "off" or "n" or "f" or "0" or "" => false,
            _ => null,
        },
        _ => null,
    };

    /// <summary>CKAN's <c>int_validator</c>: whole numbers, whole floats, decimal text.</summary>
    /// <returns>False when it is none; <paramref name="value"/> is null for null and blank text.</returns>
    public static bool TryInteger(JsonNode? node, out long? value)
    {
        value = null;
        switch (node?.GetValueKind())
        {
            case null or JsonValueKind.Null:
                return true;
            case JsonValueKind.True or JsonValueKind.False:
                value = node.GetValueKind() == JsonValueKind.True ? 1 : 0;
                return true;
            case JsonValueKind.Number:
                if (decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue)
                {
                    value = (long)number;
                    return true;
                }

                return false;
            case JsonValueKind.String:
                var text = node.GetValue<string>().Trim();
                if (text.Length == 0)
                {
                    return true;
                }

                var fine = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed);
                value = fine ? parsed : null;
                return fine;
            default:
                return false;
        }
    }

    /// <summary>A list of texts from a JSON list, JSON text of a list, comma text, or one text.</summary>
    /// <returns>Null for a missing value or one that is no list of texts.</returns>
    public static IReadOnlyList<string>? Texts(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            return array.All(item => item is JsonValue) ? [.. array.Select(item => Text(item)!)] : null;
        }

        if (Text(node) is not { } text)
        {
            return null;
        }

        if (text.TrimStart().StartsWith('['))
        {
            try
            {
                return JsonNode.Parse(text) is JsonArray parsed ? Texts(parsed) : null;
            }
            catch (JsonException)
            {
                return [text];
            }
        }

        return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
