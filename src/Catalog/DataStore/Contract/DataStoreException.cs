namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>An engine's refusal that the caller can understand; anything else that goes wrong is another exception.</summary>
/// <param name="message">For the caller: never a path, a connection or a name of another table.</param>
public sealed class DataStoreException(DataStoreError error, string message, Exception? inner = null) : Exception(message, inner)
{
    public DataStoreError Error { get; } = error;

    /// <summary>0-based row of the batch; null when it is none of a single row.</summary>
    public int? Row { get; init; }

    /// <summary>0-based place in the SQL; null when it is about none.</summary>
    public int? Position { get; init; }

    /// <summary>What it is about, see <see cref="DataStoreError"/>.</summary>
    public string? Subject { get; init; }
}
