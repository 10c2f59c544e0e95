namespace Purbalingga.Tables;

/// <summary>What was found out about the form of a file before reading it.</summary>
/// <param name="Kind">What the file really is.</param>
/// <param name="Encoding">IANA name of the text encoding (<c>utf-8</c>, <c>utf-16</c>, <c>utf-16BE</c>, <c>windows-1252</c>); null for workbooks.</param>
/// <param name="HasByteOrderMark">Whether the text begins with a byte order mark.</param>
/// <param name="Delimiter">Field delimiter; null for workbooks.</param>
/// <param name="Quote">Quote character; null for workbooks.</param>
public sealed record TableDetection(FileKind Kind, string? Encoding = null, bool HasByteOrderMark = false, char? Delimiter = null, char? Quote = null)
{
    /// <summary>Gzip or zip when the file lies in one; else null.</summary>
    public FileKind? Container { get; init; }
}
