namespace Purbalingga.Tables;

/// <summary>Formats that tables are written in.</summary>
public enum TargetFormat
{
    Csv,
    Tsv,
    Xlsx,
}
