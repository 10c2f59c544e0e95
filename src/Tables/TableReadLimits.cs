namespace Purbalingga.Tables;

/// <summary>Bounds of one reading, so that no file can take the machine. All can be raised by whoever trusts a file.</summary>
public sealed record TableReadLimits
{
    /// <summary>Entries of a zip container.</summary>
    public int MaxZipEntries { get; init; } = 10_000;

    /// <summary>Bytes of all parts of a workbook after unpacking.</summary>
    public long MaxUnpackedBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Unpacked to packed bytes of one part; judged from 16 MB unpacked on.</summary>
    public int MaxCompressionRatio { get; init; } = 150;

    /// <summary>Unpacked bytes of the shared strings, which a workbook reader holds in memory.</summary>
    public long MaxSharedStringBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Texts that cells share; each costs memory while a workbook is open.</summary>
    public int MaxSharedStrings { get; init; } = 5_000_000;

    public int MaxSheets { get; init; } = 256;

    public int MaxColumns { get; init; } = 16_384;

    /// <summary>Rows of one sheet, blank ones too.</summary>
    public int MaxRows { get; init; } = 50_000_000;

    /// <summary>Cells of one sheet, summed over its rows.</summary>
    public long MaxCells { get; init; } = 1_000_000_000;

    /// <summary>Characters of one field of delimited text.</summary>
    public int MaxFieldCharacters { get; init; } = 1_000_000;

    /// <summary>Characters of one row of delimited text.</summary>
    public int MaxRowCharacters { get; init; } = 8_000_000;
}
