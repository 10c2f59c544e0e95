using System.Text.Json;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Portal.ActionApi;

/// <summary>
/// Reads callers' JSON into nodes: bounded in depth, number of values and length of keys; a key that comes twice keeps its last value, as in
/// Python. What no engine can store (NUL, half a surrogate pair, bad UTF-8) is refused.
/// </summary>
internal static class JsonText
{
    private const int MaxKeyLength = 1000;

    /// <exception cref="BadRequestException">It is no JSON, or more than the limits.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8, int maxValues)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        utf8 = utf8.StartsWith(mark) ? utf8[mark.Length..] : utf8;
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = CatalogJson.MaxDepth });
            reader.Read();
            var left = maxValues;
            var node = Value(ref reader, ref left);
            return reader.Read() ? throw Malformed() : node;
        }
        catch (JsonException error)
        {
            throw error.Message.Contains("depth", StringComparison.OrdinalIgnoreCase)
                ? BadRequestException.Json($"The data is nested deeper than {CatalogJson.MaxDepth} levels")
                : Malformed();
        }
        catch (InvalidOperationException)
        {
            throw BadRequestException.Json("A text is not valid Unicode");
        }
    }

    /// <summary>Refuses signs that cannot be stored.</summary>
    public static string Storable(string text) =>
        text.Contains('\0') ? throw BadRequestException.Json("NUL characters are not allowed") : text;

    public static BadRequestException Malformed() =>
        BadRequestException.Json("Error decoding JSON data. Error: <BadRequest '400: Bad Request'> JSON data extracted from the request: {}");

    // Depth is bounded by the reader, so this cannot run out of stack
    private static JsonNode? Value(ref Utf8JsonReader reader, ref int left)
    {
        if (--left < 0)
        {
            throw new BadRequestException("JSON Error: The data has too many values", StatusCodes.Status413PayloadTooLarge);
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, ref left);
            case JsonTokenType.StartArray:
                var array = new JsonArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    array.Add(Value(ref reader, ref left));
                }

                return array;
            case JsonTokenType.String:
                return JsonValue.Create(Storable(reader.GetString()!));
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var number) ? JsonValue.Create(number) : JsonValue.Create(JsonElement.ParseValue(ref reader));
            case JsonTokenType.True or JsonTokenType.False:
                return JsonValue.Create(reader.GetBoolean());
            default:
                return null;
        }
    }

    private static JsonObject Object(ref Utf8JsonReader reader, ref int left)
    {
        var found = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = Storable(reader.GetString()!);
            if (key.Length > MaxKeyLength)
            {
                throw BadRequestException.Json($"A key is longer than {MaxKeyLength} characters");
            }

            reader.Read();
            found[key] = Value(ref reader, ref left);
        }

        return found;
    }
}
