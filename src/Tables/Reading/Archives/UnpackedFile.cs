using System.Buffers;

namespace Purbalingga.Tables.Reading.Archives;

/// <summary>Unpacks into a temporary file that the system removes when it is closed.</summary>
internal static class UnpackedFile
{
    private const int BlockBytes = 128 * 1024;

    /// <summary>Small files may be packed as tightly as they like.</summary>
    private const long RatioFrom = 16L * 1024 * 1024;

    /// <param name="packed">Read to its end.</param>
    /// <param name="name">For messages.</param>
    /// <param name="packedLength">Bytes that it is packed in.</param>
    /// <param name="left">Bytes that may still be unpacked.</param>
    /// <param name="options">Folder and limits.</param>
    /// <param name="ct">Stops between blocks.</param>
    /// <exception cref="TableReadException">Over a limit of size or ratio.</exception>
    public static async Task<FileStream> MakeAsync(
        Stream packed, string name, long packedLength, long left, TableReadOptions options, CancellationToken ct)
    {
        var path = Path.Combine(options.TempFolder ?? Path.GetTempPath(), $"table-{Path.GetRandomFileName()}");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BlockBytes, FileOptions.DeleteOnClose);
        var buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            long size = 0;
            int read;
            while ((read = await packed.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0)
            {
                size += read;
                if (size > left)
                {
                    throw new TableReadException(TableMessages.OverLimit("bita setelah dibuka", "bytes after unpacking", options.Limits.MaxUnpackedBytes));
                }

                if (size > RatioFrom && size / Math.Max(1, packedLength) > options.Limits.MaxCompressionRatio)
                {
                    throw new TableReadException(TableMessages.SuspiciousRatio(name));
                }

                await file.WriteAsync(buffer.AsMemory(0, read), ct).ConfigureAwait(false);
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
