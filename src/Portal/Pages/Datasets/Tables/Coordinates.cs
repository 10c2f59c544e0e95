namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Finds the columns that say where a row is.</summary>
internal static class Coordinates
{
    private static readonly string[] Latitudes = ["lintang", "latitude", "lat", "koordinat_lintang", "garis_lintang"];
    private static readonly string[] Longitudes = ["bujur", "longitude", "lon", "lng", "long", "koordinat_bujur", "garis_bujur"];

    /// <summary>'y' for latitude, 'x' for longitude; null for anything else.</summary>
    public static char? AxisOf(TableField field)
    {
        var name = field.Id.ToLowerInvariant().Replace(' ', '_');
        return field.Kind != FieldKind.Number ? null : Latitudes.Contains(name) ? 'y' : Longitudes.Contains(name) ? 'x' : null;
    }

    /// <summary>Latitude and longitude; null when the table has not both.</summary>
    public static (TableField Latitude, TableField Longitude)? Of(IReadOnlyList<TableField> fields) =>
        fields.FirstOrDefault(f => AxisOf(f) == 'y') is { } latitude && fields.FirstOrDefault(f => AxisOf(f) == 'x') is { } longitude ? (latitude, longitude) : null;

    /// <summary>The column of GeoJSON geometries as the reader of GeoJSON files names it; null when there is none.</summary>
    public static TableField? Geometry(IReadOnlyList<TableField> fields) =>
        fields.FirstOrDefault(f => f.Id is "geometry" or "geometri" && f.Kind is FieldKind.Text or FieldKind.Other);
}
