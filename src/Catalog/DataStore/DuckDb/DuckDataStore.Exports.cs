using System.Globalization;
using System.Security.Cryptography;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <content>Whole answers as files, and how to tell that they are still true.</content>
internal sealed partial class DuckDataStore : ITableVersions, IParquetExports
{
    // Counts begin anew with each start, so they are told apart by it
    private readonly string _start = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    public string? VersionOf(string tableId) => _tables.TryGetValue(tableId, out var table)
        ? string.Create(CultureInfo.InvariantCulture, $"{_start}.{table.Stored.Number}.{TableFolder.Generation(table.File)}.{table.Version}") : null;

    public Task ExportParquetAsync(DataQuery query, string path, TimeSpan limit, CancellationToken ct)
    {
        var table = Require(query.TableId);
        return Task.Run(() => ExportParquet(table, query, path, limit, ct), ct);
    }

    private void ExportParquet(DuckTable table, DataQuery query, string path, TimeSpan time, CancellationToken ct)
    {
        // Only here may DuckDB write; what a kill leaves is swept at the next start
        var file = Path.Combine(_folder.Path, $"{Guid.NewGuid():N}.parquet");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(time);
        try
        {
            using var lease = Lease(table);
            var select = new TableSelect(View(table), table.Stored, lease.File, query);
            select.Copy(lease.Connection, $"TO {Literal(file)} (FORMAT parquet, COMPRESSION snappy)", limit.Token);
            File.Move(file, path);
        }
        catch (Exception error) when (DuckErrors.OfQuery(error, ct) is { } told)
        {
            throw told;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
