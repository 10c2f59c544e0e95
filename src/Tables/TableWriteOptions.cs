using System.IO.Compression;

namespace Purbalingga.Tables;

/// <summary>How a table is written. What does not apply to a format is ignored by it.</summary>
public sealed record TableWriteOptions
{
    public static TableWriteOptions Default { get; } = new();

    /// <summary>Field delimiter of CSV; Excel in Indonesia opens <c>;</c> without questions.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>Whether CSV and TSV begin with the UTF-8 mark, by which Excel knows the encoding.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>Whether CSV lines end as RFC 4180 says; else with a line feed.</summary>
    public bool CarriageReturn { get; init; } = true;

    /// <summary>
    /// Whether texts of CSV and TSV that a spreadsheet would run as a formula get an apostrophe in front (OWASP, CSV injection).
    /// Changes such values; XLSX needs no such thing, because its texts are typed as text.
    /// </summary>
    public bool SpreadsheetSafe { get; init; }

    public HeaderText Header { get; init; }

    public ValueText Values { get; init; }

    /// <summary>Name of the XLSX sheet; what Excel does not allow is replaced, and it is cut to 31 characters.</summary>
    public string SheetName { get; init; } = "Data";

    /// <summary>Lines of a second XLSX sheet that says what the table is; null or empty for none.</summary>
    public IReadOnlyList<SheetLine>? Metadata { get; init; }

    /// <summary>
    /// How tightly XLSX is packed. Fastest suits what is written straight to a response; Optimal takes twice the time and 60 % of the
    /// size and suits what is kept.
    /// </summary>
    public CompressionLevel Compression { get; init; } = CompressionLevel.Fastest;

    public string MetadataSheetName { get; init; } = "Metadata";

    /// <summary>Data rows of one XLSX sheet; more go on in a further sheet. At most 1,048,575, what Excel can open.</summary>
    public int MaxRowsPerSheet { get; init; } = 1_048_575;

    /// <summary>Folder for what lies on disk while Parquet is written, and is gone afterwards; null for the system's.</summary>
    public string? TempFolder { get; init; }
}
