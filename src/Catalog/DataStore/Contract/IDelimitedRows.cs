namespace Purbalingga.Catalog.DataStore.Contract;

/// <summary>Rows that can be read as CSV's bytes instead of cells, several times faster.</summary>
public interface IDelimitedRows
{
    /// <summary>Instead of <see cref="DataRows.ReadAsync"/>, once. The bytes are exactly those that <see cref="DelimitedText"/> makes of the cells, without a header.</summary>
    /// <param name="delimiter">An ASCII sign.</param>
    /// <param name="milliseconds">As in <see cref="CellText"/>.</param>
    /// <returns>Whole lines; each part is valid until the next is asked for.</returns>
    /// <exception cref="DataStoreException"><see cref="DataStoreError.TooSlow"/>, <see cref="DataStoreError.Query"/>.</exception>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ReadDelimitedAsync(char delimiter, bool milliseconds, CancellationToken ct);
}
