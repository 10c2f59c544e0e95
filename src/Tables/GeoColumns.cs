using System.Text.Json;

namespace Purbalingga.Tables;

/// <summary>Columns of a table that say where its rows lie: a geometry, or a latitude and a longitude in degrees (WGS 84).</summary>
/// <param name="Geometry">Place of the column of GeoJSON geometries; -1 for none.</param>
/// <param name="Latitude">Place of the column; -1 for none.</param>
/// <param name="Longitude">Place of the column; -1 for none.</param>
/// <param name="IsGuess">Named x and y, which may as well be metres on a map: only the values can tell.</param>
public sealed record GeoColumns(int Geometry, int Latitude, int Longitude, bool IsGuess)
{
    private static readonly string[] GeometryNames = ["geometry", "geometri", "geom", "thegeom", "geojson"];
    private static readonly string[] LatitudeNames = ["latitude", "lat", "lintang", "garislintang", "koordinatlintang", "latitudelintang", "lintanglatitude"];
    private static readonly string[] LongitudeNames = ["longitude", "long", "lon", "lng", "bujur", "garisbujur", "koordinatbujur", "longitudebujur", "bujurlongitude"];
    private static readonly string[] GeometryTypes = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection"];

    /// <summary>What people are told of a table without places.</summary>
    public static TableMessage Refusal => TableMessages.NoPlaces;

    /// <summary>Tells them by their names, as Indonesian and English tables have them.</summary>
    /// <param name="names">Names or labels, in the order of the columns.</param>
    /// <returns>Null when there are none.</returns>
    public static GeoColumns? Find(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[] plain = [.. names.Select(Plain)];
        var geometry = Place(plain, GeometryNames);
        var (latitude, longitude) = (Place(plain, LatitudeNames), Place(plain, LongitudeNames));
        if (latitude >= 0 && longitude >= 0)
        {
            return new GeoColumns(geometry, latitude, longitude, false);
        }

        (latitude, longitude) = (Place(plain, ["y", "koordinaty", "ycoord"]), Place(plain, ["x", "koordinatx", "xcoord"]));
        return latitude >= 0 && longitude >= 0 ? new GeoColumns(geometry, latitude, longitude, true)
            : geometry >= 0 ? new GeoColumns(geometry, -1, -1, false) : null;
    }

    /// <summary>Whether a column of this name holds latitudes.</summary>
    public static bool IsLatitude(string name) => Array.IndexOf(LatitudeNames, Plain(name)) >= 0;

    /// <summary>Whether a column of this name holds longitudes.</summary>
    public static bool IsLongitude(string name) => Array.IndexOf(LongitudeNames, Plain(name)) >= 0;

    /// <summary>Whether a column of this name holds geometries of GeoJSON.</summary>
    public static bool IsGeometryName(string name) => Array.IndexOf(GeometryNames, Plain(name)) >= 0;

    /// <summary>Whether two numbers are degrees on the earth. 0, 0 lies in the sea and stands for places that nobody measured.</summary>
    public static bool IsPlace(double latitude, double longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 && (latitude != 0 || longitude != 0);

    /// <summary>Whether a text is a geometry of GeoJSON (RFC 7946, section 3.1).</summary>
    public static bool IsGeometry(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
                && GeometryTypes.Contains(type.GetString(), StringComparer.Ordinal)
                && json.RootElement.TryGetProperty(type.ValueEquals("GeometryCollection") ? "geometries" : "coordinates", out var places)
                && places.ValueKind == JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false; // another text in the column
        }
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static int Place(string[] names, string[] wanted) => Array.FindIndex(names, name => wanted.Contains(name, StringComparer.Ordinal));
}
