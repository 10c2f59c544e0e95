namespace Purbalingga.Tables;

/// <summary>Formats that tables are written in.</summary>
public enum TargetFormat
{
    Csv,
    Tsv,
    Xlsx,

    /// <summary>One list of objects.</summary>
    Json,

    /// <summary>One object a line.</summary>
    NdJson,

    /// <summary>Rows and columns as elements, in the form of CKAN's dumps.</summary>
    Xml,
    Parquet,

    /// <summary>Features; only of tables with coordinates or geometries.</summary>
    GeoJson,
}
