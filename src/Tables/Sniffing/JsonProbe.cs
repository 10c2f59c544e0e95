using System.Text;
using System.Text.Json;

namespace Purbalingga.Tables.Sniffing;

/// <summary>Tells JSON from text that only begins with a bracket, on the head of a file.</summary>
internal static class JsonProbe
{
    private static readonly string[] GeoTypes =
    [
        "FeatureCollection", "Feature", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
    ];

    /// <summary>JSON, GeoJSON or NDJSON; null when the text is no JSON as far as it goes.</summary>
    public static FileKind? Tell(ReadOnlySpan<char> text, bool complete)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        var state = new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 512 });
        var reader = new Utf8JsonReader(bytes.AsSpan(0, length), complete, state);
        var values = 0;
        string? key = null;
        var geo = false;
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    values++;
                }

                if (reader.CurrentDepth == 1 && values == 1)
                {
                    if (reader.TokenType == JsonTokenType.PropertyName)
                    {
                        key = reader.GetString();
                    }
                    else if (key == "type" && reader.TokenType == JsonTokenType.String)
                    {
                        geo = Array.IndexOf(GeoTypes, reader.GetString()) >= 0;
                        key = null;
                    }
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null; // the text is no JSON, which is the answer and no failure
        }

        return values > 1 ? FileKind.NdJson : geo ? FileKind.GeoJson : values == 1 ? FileKind.Json : null;
    }
}
