using System.Buffers;
using System.IO.Compression;

namespace Purbalingga.Tables.Reading.Excel;

/// <summary>Looks over a zipped workbook before any reader parses it: names, sizes, ratio, document types.</summary>
/// <remarks>
/// Sizes that a zip declares can lie, so every XML part is unpacked once and counted, in fixed memory.
/// Guards against CVE-2017-5992 (external entities), CVE-2017-5644 (entity expansion), CVE-2025-31672 (duplicate entries) and zip bombs.
/// </remarks>
internal static class ZipGuard
{
    private const long RatioFrom = 16L * 1024 * 1024;

    /// <exception cref="TableReadException">Over a limit, damaged, or made to harm.</exception>
    public static async Task CheckAsync(Stream source, TableReadLimits limits, CancellationToken ct)
    {
        source.Position = 0;
        try
        {
            using var zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            CheckNames(zip, limits);
            long total = 0;
            foreach (var entry in zip.Entries.Where(IsParsed))
            {
                total += await MeasureAsync(entry, limits, limits.MaxUnpackedBytes - total, ct).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException or EndOfStreamException or ArgumentException)
        {
            throw new TableReadException(TableMessages.BrokenWorkbook, error);
        }
    }

    private static void CheckNames(ZipArchive zip, TableReadLimits limits)
    {
        if (zip.Entries.Count > limits.MaxZipEntries)
        {
            throw new TableReadException(TableMessages.OverLimit("bagian dalam berkas", "parts in the file", limits.MaxZipEntries));
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in zip.Entries.Select(entry => entry.FullName.Replace('\\', '/')))
        {
            if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains("..") || !seen.Add(name))
            {
                throw new TableReadException(TableMessages.SuspiciousEntry(Cut(name)));
            }
        }
    }

    /// <summary>Pictures and other media are never opened, so they need no measuring.</summary>
    private static bool IsParsed(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.EndsWith(".bin", StringComparison.OrdinalIgnoreCase);

    private static async Task<long> MeasureAsync(ZipArchiveEntry entry, TableReadLimits limits, long left, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            var part = await entry.OpenAsync(ct).ConfigureAwait(false);
            await using var ignored = part.ConfigureAwait(false);
            var isStrings = entry.FullName.Contains("sharedStrings", StringComparison.OrdinalIgnoreCase);
            long size = 0;
            int read;
            while ((read = await part.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0)
            {
                if (size == 0 && HasDocumentType(buffer.AsSpan(0, read)))
                {
                    throw new TableReadException(TableMessages.DocumentTypeRefused);
                }

                size += read;
                CheckSize(entry, size, left, isStrings, limits);
            }

            return size;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void CheckSize(ZipArchiveEntry entry, long size, long left, bool isStrings, TableReadLimits limits)
    {
        if (size > left)
        {
            throw new TableReadException(TableMessages.OverLimit("bita setelah dibuka", "bytes after unpacking", limits.MaxUnpackedBytes));
        }

        if (isStrings && size > limits.MaxSharedStringBytes)
        {
            throw new TableReadException(TableMessages.OverLimit("bita teks bersama", "bytes of shared text", limits.MaxSharedStringBytes));
        }

        if (size > RatioFrom && size / Math.Max(1, entry.CompressedLength) > limits.MaxCompressionRatio)
        {
            throw new TableReadException(TableMessages.SuspiciousRatio(Cut(entry.FullName)));
        }
    }

    /// <summary>Whether a document type stands before the root, in UTF-8 or UTF-16; the XML readers prohibit it wherever it stands.</summary>
    private static bool HasDocumentType(ReadOnlySpan<byte> head) =>
        head.IndexOf("<!DOCTYPE"u8) >= 0 || head.IndexOf("<\0!\0D\0O\0C\0T\0Y\0P\0E"u8) >= 0;

    private static string Cut(string name) => name.Length <= 100 ? name : name[..100];
}
