using System.Buffers.Binary;
using System.IO.Compression;
using Purbalingga.Tables.Sniffing;

namespace Purbalingga.Tables.Reading.Archives;

/// <summary>Opens the tables in a gzip or zip, unpacked under limits into files that are gone when closed; never by a name from the archive.</summary>
internal sealed class ArchiveTableReader : ITableReader
{
    public bool CanRead(FileKind kind) => kind.IsArchive();

    public async Task<ITableFile> OpenAsync(Stream source, FileKind kind, TableReadOptions options, CancellationToken ct)
    {
        var file = new ArchiveTableFile(kind);
        try
        {
            source.Position = 0;
            if (kind == FileKind.Gzip)
            {
                var packed = new GZipStream(source, CompressionMode.Decompress, leaveOpen: true);
                await using var ignored = packed.ConfigureAwait(false);
                var name = options.FileName is { } given && given.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? given[..^3] : options.FileName;
                await AddAsync(file, packed, name, source.Length, options, isOnly: true, ct).ConfigureAwait(false);
                if (await LastSizeAsync(source, ct).ConfigureAwait(false) > file.UnpackedBytes)
                {
                    throw new InvalidDataException("The gzip is cut off.");
                }
            }
            else
            {
                await OpenZipAsync(file, source, options, ct).ConfigureAwait(false);
            }

            file.Complete();
            return file;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw new TableReadException(TableMessages.BrokenArchive, error);
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Size of the last member as its trailer tells it (RFC 1952); unpacking ends without a word where a file is cut off.</summary>
    private static async Task<long> LastSizeAsync(Stream source, CancellationToken ct)
    {
        var trailer = new byte[4];
        source.Position = Math.Max(0, source.Length - trailer.Length);
        await source.ReadExactlyAsync(trailer, ct).ConfigureAwait(false);
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    private static async Task OpenZipAsync(ArchiveTableFile file, Stream source, TableReadOptions options, CancellationToken ct)
    {
        using var zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > options.Limits.MaxZipEntries)
        {
            throw new TableReadException(TableMessages.OverLimit("berkas dalam arsip", "files in the archive", options.Limits.MaxZipEntries));
        }

        // Folders, and what systems put beside the files of their users
        var entries = zip.Entries.Where(entry => entry.Name.Length > 0 && entry.Name[0] != '.' && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToArray();
        foreach (var entry in entries)
        {
            var packed = await entry.OpenAsync(ct).ConfigureAwait(false);
            await using var ignored = packed.ConfigureAwait(false);
            await AddAsync(file, packed, entry.FullName, entry.CompressedLength, options, isOnly: entries.Length == 1, ct).ConfigureAwait(false);
        }
    }

    private static async Task AddAsync(
        ArchiveTableFile file, Stream packed, string? name, long packedLength, TableReadOptions options, bool isOnly, CancellationToken ct)
    {
        var shown = name is null ? "" : name.Length <= 100 ? name : name[..100];
        var unpacked = await UnpackedFile.MakeAsync(packed, shown, packedLength, options.Limits.MaxUnpackedBytes - file.UnpackedBytes, options, ct).ConfigureAwait(false);
        var kept = false;
        try
        {
            file.UnpackedBytes += unpacked.Length;
            var kind = await FileSniffer.SniffAsync(unpacked, name, ct).ConfigureAwait(false);
            if (kind.IsArchive())
            {
                throw new TableReadException(TableMessages.NestedArchive(shown)) { IsNoTable = true };
            }

            if (kind.IsTable() || (isOnly && kind == FileKind.Text))
            {
                var inner = await TableReaders.OpenAsync(unpacked, options with { FileName = name }, ct).ConfigureAwait(false);
                file.Add(inner, unpacked, shown, options.Limits.MaxSheets);
                kept = true;
            }
            else if (isOnly && unpacked.Length > 0)
            {
                throw new TableReadException(TableMessages.NoTable(kind)) { IsNoTable = true };
            }
            else
            {
                file.AddOther(shown);
            }
        }
        finally
        {
            if (!kept)
            {
                await unpacked.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
