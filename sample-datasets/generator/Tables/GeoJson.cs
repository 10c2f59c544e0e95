using System.Text.Json;
using Purbalingga.Samples.Catalog;

namespace Purbalingga.Samples.Tables;

/// <summary>A table with the columns <c>lintang</c> and <c>bujur</c> as a GeoJSON collection of points (RFC 7946, WGS 84).</summary>
internal static class GeoJson
{
    public static byte[] Points(Table table) => Json.Write(json =>
    {
        var columns = table.Columns.ToList();
        var (latitude, longitude) = (columns.IndexOf("lintang"), columns.IndexOf("bujur"));
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue((decimal)row[longitude]!);
            json.WriteNumberValue((decimal)row[latitude]!);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("properties");
            for (var i = 0; i < columns.Count; i++)
            {
                if (i != latitude && i != longitude)
                {
                    json.WritePropertyName(columns[i]);
                    JsonSerializer.Serialize(json, row[i]);
                }
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
