namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>An engine that writes Parquet itself.</summary>
public interface IParquetExports
{
    /// <summary>Writes an answer into a new file.</summary>
    /// <param name="query">As for <see cref="IDataStore.QueryAsync"/>.</param>
    /// <param name="path">On this machine; not there yet.</param>
    /// <param name="limit">Longest time that the engine may work on it.</param>
    /// <exception cref="DataStoreException">TableNotFound, Query, TooSlow; there is no file then.</exception>
    Task ExportParquetAsync(DataQuery query, string path, TimeSpan limit, CancellationToken ct);
}
