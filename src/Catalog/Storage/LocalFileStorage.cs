using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Purbalingga.Tables;
using Purbalingga.Tables.Sniffing;

namespace Purbalingga.Catalog.Storage;

/// <summary>Files in a local folder, each under its SHA-256: <c>files/ab/cd/HASH</c>. What is being written lies in <c>files/tmp</c>.</summary>
internal sealed class LocalFileStorage : IFileStorage
{
    private const int BufferSize = 128 * 1024;
    private const int HashLength = 64;
    private readonly string _root;
    private readonly string _temporary;

    public LocalFileStorage(IOptions<CatalogOptions> options)
    {
        _root = Path.GetFullPath(Path.Combine(options.Value.DataPath, "files"));
        _temporary = Path.Combine(_root, "tmp");
        Directory.CreateDirectory(_temporary);
    }

    /// <inheritdoc />
    public async Task<StoredFile> PutAsync(Stream content, string? fileName, long maxBytes, CancellationToken ct)
    {
        var temporary = Path.Combine(_temporary, Guid.NewGuid().ToString("N"));
        try
        {
            string hash;
            FileKind kind;
            long length;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.Asynchronous))
            {
                (hash, length) = await CopyAsync(content, file, maxBytes, ct);
                kind = await FileSniffer.SniffAsync(file, fileName, ct);
                file.Flush(flushToDisk: true);
            }

            var path = PathOf(hash);
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            File.Move(temporary, path, overwrite: true); // the same bytes: nobody sees a difference
            SyncFolder(folder);
            return new StoredFile(hash, length, kind.MediaType(), kind.FormatLabel());
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc />
    public Stream Open(string hash) =>
        new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.Asynchronous);

    /// <inheritdoc />
    public string? LocalPath(string hash) => File.Exists(PathOf(hash)) ? PathOf(hash) : null;

    /// <inheritdoc />
    public bool Exists(string hash) => IsHash(hash) && File.Exists(PathOf(hash));

    /// <inheritdoc />
    public IEnumerable<string> All() =>
        Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)).Where(IsHash);

    /// <inheritdoc />
    public async Task<bool> VerifyAsync(string hash, CancellationToken ct)
    {
        await using var stream = Open(hash);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct)) == hash;
    }

    /// <inheritdoc />
    public void Delete(string hash) => File.Delete(PathOf(hash));

    /// <summary>Takes away what an earlier process left half-written.</summary>
    /// <returns>Number of leftovers.</returns>
    public int RemoveLeftovers()
    {
        var leftovers = Directory.GetFiles(_temporary);
        foreach (var leftover in leftovers)
        {
            File.Delete(leftover);
        }

        return leftovers.Length;
    }

    private static async Task<(string Hash, long Length)> CopyAsync(Stream content, FileStream file, long maxBytes, CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long length = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, ct)) > 0)
            {
                length += read;
                if (length > maxBytes)
                {
                    throw new UploadTooLargeException(maxBytes);
                }

                sha.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            return (Convert.ToHexStringLower(sha.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);

    // Only 64 hex digits ever become a path, whatever a caller sent
    private string PathOf(string hash) =>
        IsHash(hash) ? Path.Combine(_root, hash[..2], hash[2..4], hash) : throw new FileNotFoundException("Not a file of this store.");

    // A rename is durable only once its folder is synced, and a new folder once the one above is
    private static void SyncFolder(string folder)
    {
        FolderSync.Sync(folder);
        FolderSync.Sync(Path.GetDirectoryName(folder)!);
    }
}
