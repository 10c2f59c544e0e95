using System.IO.Compression;
using System.Text;

namespace Purbalingga.Tables.Sniffing;

/// <summary>Looks inside zip and OLE containers for the document they hold, without unpacking more than a few bytes.</summary>
internal static class ContainerProbe
{
    private const int DirectoryBytes = 4 * 1024 * 1024;

    /// <summary>The office document in a zip, or <see cref="FileKind.Zip"/>; a zip whose directory is lost is told by its first names.</summary>
    public static FileKind InsideZip(Stream source)
    {
        source.Position = 0;
        try
        {
            using var zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in zip.Entries.Take(10_000))
            {
                if (ByEntry(entry.FullName) is { } kind)
                {
                    return kind;
                }

                if (entry.FullName == "mimetype" && entry.Length < 200)
                {
                    using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
                    var buffer = new char[200];
                    return ByMimetype(buffer.AsSpan(0, reader.ReadBlock(buffer)));
                }
            }

            return zip.GetEntry("[Content_Types].xml") is { } types ? ByContentTypes(types) : FileKind.Zip;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            return ByFirstBytes(source); // cut off or damaged: still worth telling a broken workbook from a broken zip
        }
    }

    /// <summary>Office documents of programs that put their parts elsewhere.</summary>
    private static FileKind ByContentTypes(ZipArchiveEntry types)
    {
        using var reader = new StreamReader(types.Open(), Encoding.UTF8);
        var buffer = new char[64 * 1024];
        var text = buffer.AsSpan(0, reader.ReadBlock(buffer));
        foreach (var (mark, kind) in new[]
        {
            ("spreadsheetml.sheet.main+xml", FileKind.Xlsx), ("ms-excel.sheet.macroEnabled.main+xml", FileKind.Xlsx),
            ("wordprocessingml.document.main+xml", FileKind.Docx), ("presentationml.presentation.main+xml", FileKind.Pptx),
        })
        {
            if (text.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return FileKind.Zip;
    }

    /// <summary>Workbook, encrypted document or other OLE container, by the names in its directory.</summary>
    public static async Task<FileKind> InsideOleAsync(Stream source, CancellationToken ct)
    {
        source.Position = 0;
        var bytes = new byte[(int)Math.Min(DirectoryBytes, source.Length)];
        var length = await source.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        var kind = ByOleNames(bytes.AsSpan(0, length));
        if (kind == FileKind.Ole && source.Length > length)
        {
            // The directory of a large file is often at its end
            source.Position = source.Length - bytes.Length;
            length = await source.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false);
            kind = ByOleNames(bytes.AsSpan(0, length));
        }

        return kind;
    }

    private static FileKind ByOleNames(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(Utf16("EncryptedPackage")) >= 0)
        {
            return FileKind.EncryptedOffice;
        }

        return bytes.IndexOf(Utf16("Workbook\0")) >= 0 || bytes.IndexOf(Utf16("Book\0")) >= 0 ? FileKind.Xls : FileKind.Ole;
    }

    private static byte[] Utf16(string text) => Encoding.Unicode.GetBytes(text);

    private static FileKind? ByEntry(string name) => name.Replace('\\', '/').TrimStart('/').ToLowerInvariant() switch
    {
        "xl/workbook.xml" => FileKind.Xlsx,
        "xl/workbook.bin" => FileKind.Xlsb,
        "word/document.xml" => FileKind.Docx,
        "ppt/presentation.xml" => FileKind.Pptx,
        _ => null,
    };

    private static FileKind ByMimetype(ReadOnlySpan<char> mimetype) => mimetype.Trim() switch
    {
        "application/vnd.oasis.opendocument.spreadsheet" or "application/vnd.oasis.opendocument.spreadsheet-template" => FileKind.Ods,
        "application/vnd.oasis.opendocument.text" => FileKind.Odt,
        _ => FileKind.Zip,
    };

    private static FileKind ByFirstBytes(Stream source)
    {
        source.Position = 0;
        Span<byte> head = stackalloc byte[8192];
        var bytes = head[..source.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (bytes.IndexOf("xl/"u8) >= 0)
        {
            return FileKind.Xlsx;
        }

        return bytes.IndexOf("opendocument.spreadsheet"u8) >= 0 ? FileKind.Ods : bytes.IndexOf("word/"u8) >= 0 ? FileKind.Docx : FileKind.Zip;
    }
}
