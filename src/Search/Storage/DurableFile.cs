using System.Runtime.InteropServices;

namespace Purbalingga.Search.Storage;

/// <summary>Files that are either there whole, also after power was lost, or not at all.</summary>
internal static partial class DurableFile
{
    public const string TemporarySuffix = ".tmp";

    private const int ChunkBytes = 4 << 20;

    /// <summary>Writes under a temporary name, syncs, renames over the target and syncs the folder.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var temporary = path + TemporarySuffix;
        var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            for (var at = 0; at < bytes.Length; at += ChunkBytes)
            {
                await file.WriteAsync(bytes.Slice(at, Math.Min(ChunkBytes, bytes.Length - at)), ct).ConfigureAwait(false);
            }
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    // A rename is durable only when the folder is synced; .NET has no call for it, and Windows does it by itself
    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        var descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            throw new IOException($"Cannot open the folder {folder}: error {Marshal.GetLastPInvokeError()}");
        }
        try
        {
            if (Sync(descriptor) != 0)
            {
                throw new IOException($"Cannot sync the folder {folder}: error {Marshal.GetLastPInvokeError()}");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
