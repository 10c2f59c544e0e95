using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Purbalingga.Catalog.Storage;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>
/// The folder of table files: <c>KEY.GENERATION.duckdb</c> with its log <c>.wal</c> beside it. The highest generation of a key is the table; what is older, or not
/// finished (<c>.new</c>), is left from a kill; what could not be opened is kept as <c>.damaged</c>. The key is a hash, so that no name of a caller becomes a path.
/// </summary>
internal sealed class TableFolder(string path) : IDisposable
{
    private const string Ending = ".duckdb";
    private const string Damaged = ".damaged";
    private const string LockName = "lock";
    private FileStream? _lock;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Where a load puts what does not fit into its memory.</summary>
    public string SpillPath => System.IO.Path.Combine(Path, "spill");

    public static string Key(string tableId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tableId)))[..32];

    public static TableFile File(string path) => new(path, "t_" + System.IO.Path.GetFileNameWithoutExtension(path).Replace('.', '_'));

    public static long Generation(TableFile file) => Parse(file.Path).Generation;

    public string PathOf(string key, long generation) => System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"{key}.{generation}{Ending}"));

    /// <summary>Makes the folder, takes it for this process, sweeps what a kill left, and gives the files that are tables.</summary>
    /// <exception cref="IOException">Another process has the folder: two would lose each other's rows.</exception>
    public IReadOnlyList<TableFile> Open()
    {
        Directory.CreateDirectory(Path);
        try
        {
            _lock = new FileStream(System.IO.Path.Combine(Path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new IOException(
                "Folder tabel dipakai proses lain; hentikan dahulu portal yang memakai folder data ini. / The folder of tables is in use; stop the other portal on this data folder first.",
                error);
        }

        if (Directory.Exists(SpillPath))
        {
            Directory.Delete(SpillPath, recursive: true);
        }

        var newest = Directory.EnumerateFiles(Path, "*" + Ending).Select(file => (file, Parse(file)))
            .GroupBy(f => f.Item2.Key).Select(g => g.MaxBy(f => f.Item2.Generation).file).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path).Where(f => !IsKept(f, newest)).ToList())
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
        FolderSync.Sync(Path);
    }

    /// <summary>Keeps a file that cannot be opened, with its log, out of the way.</summary>
    /// <returns>Its new name, without the folder.</returns>
    public string SetAside(string file)
    {
        foreach (var one in new[] { file, file + ".wal" }.Where(System.IO.File.Exists))
        {
            System.IO.File.Move(one, one + Damaged, overwrite: true);
        }

        FolderSync.Sync(Path);
        return System.IO.Path.GetFileName(file) + Damaged;
    }

    /// <summary>The file first: without it its log is nothing.</summary>
    public void Delete(string file)
    {
        System.IO.File.Delete(file);
        FolderSync.Sync(Path);
        System.IO.File.Delete(file + ".wal");
    }

    public void Dispose() => _lock?.Dispose();

    private static bool IsKept(string file, HashSet<string> newest) =>
        newest.Contains(file) || (file.EndsWith(".wal", StringComparison.Ordinal) && newest.Contains(file[..^4]))
        || file.EndsWith(Damaged, StringComparison.Ordinal) || System.IO.Path.GetFileName(file) == LockName;

    private static void Sync(string path)
    {
        using var handle = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    private static (string Key, long Generation) Parse(string path)
    {
        var parts = System.IO.Path.GetFileName(path).Split('.');
        return (parts[0], parts.Length == 3 && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var generation) ? generation : -1);
    }
}
