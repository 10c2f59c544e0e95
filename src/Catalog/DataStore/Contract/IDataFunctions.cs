namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>What only engines with stored functions have beside <see cref="IDataStore"/>.</summary>
public interface IDataFunctions
{
    /// <summary>Makes a PL/pgSQL function.</summary>
    /// <param name="arguments">Name, type and mode (in, out, inout) of each.</param>
    /// <exception cref="DataStoreException"><see cref="DataStoreError.Query"/>: the definition does not work; <see cref="DataStoreError.NameTaken"/>.</exception>
    Task CreateFunctionAsync(
        string name, string definition, string returns, IReadOnlyList<(string Name, string Type, string? Mode)> arguments, bool replace, CancellationToken ct);

    /// <returns>False when there was none.</returns>
    Task<bool> DeleteFunctionAsync(string name, CancellationToken ct);

    /// <summary>Writes every row again so that the triggers see it.</summary>
    /// <returns>Rows.</returns>
    Task<long> RunTriggersAsync(string tableId, CancellationToken ct);
}
