using Purbalingga.Tables;

namespace Purbalingga.Portal.Pages.Datasets.Tables;

/// <summary>Finds the columns that say where a row is.</summary>
internal static class Coordinates
{
    /// <summary>'y' for latitude, 'x' for longitude; null for anything else.</summary>
    public static char? AxisOf(TableField field) =>
        field.Kind != FieldKind.Number ? null : GeoColumns.IsLatitude(field.Id) ? 'y' : GeoColumns.IsLongitude(field.Id) ? 'x' : null;

    /// <summary>Latitude and longitude; null when the table has not both.</summary>
    public static (TableField Latitude, TableField Longitude)? Of(IReadOnlyList<TableField> fields) =>
        fields.FirstOrDefault(f => AxisOf(f) == 'y') is { } latitude && fields.FirstOrDefault(f => AxisOf(f) == 'x') is { } longitude ? (latitude, longitude) : null;

    /// <summary>The column of GeoJSON geometries; null when there is none.</summary>
    public static TableField? Geometry(IReadOnlyList<TableField> fields) =>
        fields.FirstOrDefault(f => GeoColumns.IsGeometryName(f.Id) && f.Kind is FieldKind.Text or FieldKind.Other);
}
