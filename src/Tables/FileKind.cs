namespace Purbalingga.Tables;

/// <summary>What a file really is, told from its bytes and not from its name.</summary>
public enum FileKind
{
    /// <summary>Bytes that no rule recognizes; treated as binary.</summary>
    Unknown,

    /// <summary>Readable text that is no table and no markup.</summary>
    Text,

    /// <summary>Delimited text with comma, semicolon or bar.</summary>
    Csv,

    /// <summary>Delimited text with tabs.</summary>
    Tsv,

    /// <summary>Office Open XML workbook, with or without macros.</summary>
    Xlsx,

    /// <summary>Binary workbook of Excel 97 to 2003 (and its BIFF ancestors).</summary>
    Xls,

    /// <summary>Binary Office Open XML workbook (.xlsb).</summary>
    Xlsb,

    /// <summary>OpenDocument spreadsheet.</summary>
    Ods,

    Json,
    GeoJson,

    /// <summary>One JSON value a line.</summary>
    NdJson,

    Xml,
    Html,
    Pdf,
    Zip,
    Gzip,
    Png,
    Jpeg,
    Gif,
    Webp,
    Svg,
    Parquet,
    Docx,
    Pptx,

    /// <summary>OpenDocument text.</summary>
    Odt,

    /// <summary>Word or PowerPoint of before 2007, or another OLE container.</summary>
    Ole,

    /// <summary>Office document under a password; what is inside cannot be told.</summary>
    EncryptedOffice,
}
