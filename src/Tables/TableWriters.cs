namespace Purbalingga.Tables;

/// <summary>The writer of each format.</summary>
public static class TableWriters
{
    public static ITableWriter For(TargetFormat format) => format switch
    {
        TargetFormat.Csv => new CsvTableWriter(),
        TargetFormat.Tsv => new TsvTableWriter(),
        TargetFormat.Xlsx => new XlsxTableWriter(),
        TargetFormat.Json => new JsonTableWriter(),
        TargetFormat.NdJson => new NdJsonTableWriter(),
        TargetFormat.Xml => new XmlTableWriter(),
        TargetFormat.Parquet => new ParquetTableWriter(),
        TargetFormat.GeoJson => new GeoJsonTableWriter(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No writer for this format."),
    };

    /// <summary>What the written files are, for media type, label and extension.</summary>
    public static FileKind Kind(this TargetFormat format) => format switch
    {
        TargetFormat.Csv => FileKind.Csv,
        TargetFormat.Tsv => FileKind.Tsv,
        TargetFormat.Xlsx => FileKind.Xlsx,
        TargetFormat.Json => FileKind.Json,
        TargetFormat.NdJson => FileKind.NdJson,
        TargetFormat.Xml => FileKind.Xml,
        TargetFormat.Parquet => FileKind.Parquet,
        TargetFormat.GeoJson => FileKind.GeoJson,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };
}
