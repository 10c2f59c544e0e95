using System.IO.Compression;
using System.Xml;

namespace Purbalingga.Tables.Reading;

/// <summary>The zip of a workbook (XLSX, ODS): checks it over and gives its parts under limits, with document types prohibited.</summary>
/// <remarks>
/// Guards against CVE-2017-5992 (external entities), CVE-2017-5644 (entity expansion), CVE-2025-31672 (entries twice there) and zip bombs.
/// Parts are only ever read as streams; nothing is unpacked to disk.
/// </remarks>
internal sealed class OfficePackage : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly TableReadLimits _limits;

    private OfficePackage(ZipArchive zip, TableReadLimits limits)
    {
        _zip = zip;
        _limits = limits;
    }

    /// <exception cref="TableReadException">No zip, or with odd, too many or too large entries.</exception>
    public static OfficePackage Open(Stream source, TableReadLimits limits)
    {
        source.Position = 0;
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            var package = new OfficePackage(zip, limits);
            package.CheckEntries();
            return package;
        }
        catch (Exception error) when (IsDamage(error))
        {
            zip?.Dispose();
            throw new TableReadException(TableMessages.BrokenWorkbook, error);
        }
        catch (TableReadException)
        {
            zip?.Dispose();
            throw;
        }
    }

    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>The unpacked bytes of a part, under the limits of size and ratio.</summary>
    public Stream OpenPart(string name, long? maxBytes = null)
    {
        if (!_parts.TryGetValue(name, out var entry))
        {
            throw new TableReadException(TableMessages.BrokenWorkbook);
        }

        var most = maxBytes ?? _limits.MaxUnpackedBytes;
        var tooLarge = maxBytes is null
            ? TableMessages.OverLimit("bita setelah dibuka", "bytes after unpacking", most)
            : TableMessages.OverLimit("bita teks bersama dan gaya", "bytes of shared text and styles", most);
        return new CountedStream(entry.Open(), name, entry.CompressedLength, most, tooLarge, _limits.MaxCompressionRatio);
    }

    /// <summary>A reader over a part; a document type is an <see cref="XmlException"/>, nothing outside is ever fetched.</summary>
    public XmlReader ReadPart(string name, long? maxBytes = null) => XmlReader.Create(OpenPart(name, maxBytes), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    });

    public void Dispose() => _zip.Dispose();

    /// <summary>Whether a failure tells of a damaged zip or XML.</summary>
    public static bool IsDamage(Exception error) => error is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException
        or ArgumentException or FormatException or OverflowException or InvalidOperationException and not ObjectDisposedException;

    /// <summary>The message for damage: a document type is refused for another reason than a broken zip.</summary>
    public static TableMessage Describe(Exception error) =>
        error is XmlException && error.Message.Contains("DTD", StringComparison.Ordinal) ? TableMessages.DocumentTypeRefused : TableMessages.BrokenWorkbook;

    private void CheckEntries()
    {
        if (_zip.Entries.Count > _limits.MaxZipEntries)
        {
            throw new TableReadException(TableMessages.OverLimit("bagian dalam berkas", "parts in the file", _limits.MaxZipEntries));
        }

        long declared = 0;
        foreach (var entry in _zip.Entries)
        {
            var name = entry.FullName.Replace('\\', '/');
            declared += entry.Length;
            if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..") || !_parts.TryAdd(name, entry))
            {
                throw new TableReadException(TableMessages.SuspiciousEntry(name.Length <= 100 ? name : name[..100]));
            }
        }

        if (declared > _limits.MaxUnpackedBytes)
        {
            throw new TableReadException(TableMessages.OverLimit("bita setelah dibuka", "bytes after unpacking", _limits.MaxUnpackedBytes));
        }
    }
}
