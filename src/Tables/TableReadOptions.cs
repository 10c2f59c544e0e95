namespace Purbalingga.Tables;

/// <summary>How to open a file as tables. Everything left null is detected.</summary>
public sealed record TableReadOptions
{
    public static TableReadOptions Default { get; } = new();

    /// <summary>Name of the uploaded file; only breaks ties between kinds of text.</summary>
    public string? FileName { get; init; }

    /// <summary>Field delimiter of delimited text.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Encoding of delimited text without byte order mark, by IANA name.</summary>
    public string? Encoding { get; init; }

    /// <summary>Folder for what is unpacked from gzip and zip and gone when the file is disposed; null for the system's.</summary>
    public string? TempFolder { get; init; }

    public TableReadLimits Limits { get; init; } = new();
}
