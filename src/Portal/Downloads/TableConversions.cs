using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Purbalingga.Catalog;
using Purbalingga.Catalog.Storage;
using Purbalingga.Tables;

namespace Purbalingga.Portal.Downloads;

/// <summary>Uploaded tables in other formats; made once for the same bytes and kept in the data folder, so that they have a length and ranges.</summary>
internal sealed class TableConversions(IFileStorage storage, IOptions<CatalogOptions> options) : IDisposable
{
    private const int MaxAtOnce = 2;
    private readonly string _folder = Path.GetFullPath(Path.Combine(options.Value.DataPath, "conversions"));
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _running = new();
    private readonly SemaphoreSlim _slots = new(MaxAtOnce, MaxAtOnce);

    /// <summary>Path of the converted file.</summary>
    /// <param name="hash">Of the uploaded file.</param>
    /// <exception cref="TableReadException">It cannot be read as a table.</exception>
    /// <exception cref="TableWriteException">It cannot be written in the format.</exception>
    /// <exception cref="FileNotFoundException">It is not in the store.</exception>
    public async Task<string> GetAsync(string hash, DownloadFormat format, CancellationToken ct)
    {
        var path = Path.Combine(_folder, hash[..2], $"{hash}.{format.Key}");
        if (File.Exists(path))
        {
            return path;
        }

        // One conversion for all who ask; it goes on when one of them leaves
        var conversion = _running.GetOrAdd(path, _ => new Lazy<Task<string>>(() => ConvertAsync(hash, format, path)));
        return await conversion.Value.WaitAsync(ct);
    }

    public void Dispose() => _slots.Dispose();

    private async Task<string> ConvertAsync(string hash, DownloadFormat format, string path)
    {
        await _slots.WaitAsync();
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var source = storage.Open(hash))
            await using (var output = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024, FileOptions.Asynchronous))
            {
                await TableConversion.ConvertAsync(source, format.Target, output, new ConversionOptions { Write = format.Options with { TempFolder = Path.GetDirectoryName(path) } });
            }

            File.Move(temporary, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(temporary);
            _running.TryRemove(path, out _);
            _slots.Release();
        }
    }
}
