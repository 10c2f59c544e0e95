using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>
/// The folder of table files: <c>KEY.GENERATION.duckdb</c> with its log <c>.wal</c> beside it. The highest generation of a key is the table; what is older, or not
/// finished (<c>.new</c>), is left from a kill. The key is a hash, so that no name of a caller becomes a path.
/// </summary>
internal sealed partial class TableFolder(string path)
{
    private const string Ending = ".duckdb";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public static string Key(string tableId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tableId)))[..32];

    public static TableFile File(string path) => new(path, "t_" + System.IO.Path.GetFileNameWithoutExtension(path).Replace('.', '_'));

    public static long Generation(TableFile file) => Parse(file.Path).Generation;

    public string PathOf(string key, long generation) => System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"{key}.{generation}{Ending}"));

    /// <summary>Makes the folder, sweeps what a kill left, and gives the files that are tables.</summary>
    public IReadOnlyList<TableFile> Open()
    {
        Directory.CreateDirectory(Path);
        var newest = Directory.EnumerateFiles(Path, "*" + Ending).Select(file => (file, Parse(file)))
            .GroupBy(f => f.Item2.Key).Select(g => g.MaxBy(f => f.Item2.Generation).file).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path).Where(f => !newest.Contains(f) && !(f.EndsWith(".wal", StringComparison.Ordinal) && newest.Contains(f[..^4]))).ToList())
        {
            System.IO.File.Delete(file);
        }

        return [.. newest.Select(File)];
    }

    /// <summary>Makes a finished file a table: durable before and after.</summary>
    public void Publish(string from, string to)
    {
        Sync(from);
        System.IO.File.Move(from, to);
        SyncFolder();
    }

    /// <summary>The file first: without it its log is nothing.</summary>
    public void Delete(string file)
    {
        System.IO.File.Delete(file);
        SyncFolder();
        System.IO.File.Delete(file + ".wal");
    }

    private void SyncFolder()
    {
        // A rename is durable only once its folder is synced; Windows does that by itself
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(OpenNative(Path, 0), ownsHandle: true);
        if (handle.IsInvalid || Fsync(handle) != 0)
        {
            throw new IOException($"The folder of tables could not be synced (error {Marshal.GetLastPInvokeError()}).");
        }
    }

    private static void Sync(string path)
    {
        using var handle = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint OpenNative(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(SafeFileHandle handle);

    private static (string Key, long Generation) Parse(string path)
    {
        var parts = System.IO.Path.GetFileName(path).Split('.');
        return (parts[0], parts.Length == 3 && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var generation) ? generation : -1);
    }
}
