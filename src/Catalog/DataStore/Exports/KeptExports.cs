using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Purbalingga.Catalog.DataStore.Exports;

/// <summary>Answers that were written as files and are kept, so that they have a length and parts. Each is made once for all who ask at the time.</summary>
internal sealed class KeptExports : IDisposable
{
    private const int MaxAtOnce = 2;
    private const string Unfinished = ".part";
    private readonly string _folder;
    private readonly long _most;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _running = new();
    private readonly SemaphoreSlim _slots = new(MaxAtOnce, MaxAtOnce);

    public KeptExports(IOptions<CatalogOptions> catalog, IOptions<DataStoreOptions> options, TimeProvider time)
    {
        _folder = Path.GetFullPath(Path.Combine(catalog.Value.DataPath, "exports"));
        _most = options.Value.KeptExportsMegabytes * 1024L * 1024;
        _time = time;

        // Tags are told apart by starts, so nothing of an earlier one is ever asked for again; what a kill left unfinished goes with it
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Where files lie while they are written; on the same disk.</summary>
    public string Folder => Directory.CreateDirectory(_folder).FullName;

    /// <summary>For a file that is written on the way.</summary>
    public string NewPath() => Path.Combine(Folder, $"{Guid.NewGuid():N}{Unfinished}");

    /// <summary>Path of the file.</summary>
    /// <param name="name">Another one for other bytes.</param>
    /// <param name="make">Writes it to a path. It goes on when the one who asked leaves.</param>
    public async Task<string> GetAsync(string name, Func<string, Task> make, CancellationToken ct)
    {
        var path = Path.Combine(_folder, name);
        if (File.Exists(path))
        {
            try
            {
                File.SetLastAccessTimeUtc(path, _time.GetUtcNow().UtcDateTime);
                return path;
            }
            catch (FileNotFoundException)
            {
                // Swept just now: made again
            }
        }

        var making = _running.GetOrAdd(path, _ => new Lazy<Task<string>>(() => MakeAsync(path, make)));
        return await making.Value.WaitAsync(ct);
    }

    public void Dispose() => _slots.Dispose();

    private async Task<string> MakeAsync(string path, Func<string, Task> make)
    {
        await _slots.WaitAsync();
        var part = NewPath();
        try
        {
            await make(part);
            File.Move(part, path, overwrite: true);
            Sweep(path);
            return path;
        }
        finally
        {
            File.Delete(part);
            _running.TryRemove(path, out _);
            _slots.Release();
        }
    }

    // Those asked for last stay; a file that is just being sent stays readable for its reader
    private void Sweep(string made)
    {
        var left = _most;
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles().Where(f => !f.Name.EndsWith(Unfinished, StringComparison.Ordinal)).OrderByDescending(f => f.LastAccessTimeUtc).ToList())
        {
            left -= file.Length;
            if (left < 0 && file.FullName != made)
            {
                file.Delete();
            }
        }
    }
}
