using System.Runtime.CompilerServices;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.DuckDb;

namespace Purbalingga.Catalog.DataStore.DuckDb;

/// <summary>An answer that DuckDB gives chunk by chunk.</summary>
internal sealed partial class DuckRows(
    IReadOnlyList<DataColumn> columns, long? total, DuckResult? result, CancellationTokenSource limit, IDisposable connection, CancellationToken outer, long most = long.MaxValue) : DataRows
{
    public override IReadOnlyList<DataColumn> Columns => columns;

    public override long? Total => total;

    public override async IAsyncEnumerable<DataBatch> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var stop = ct.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), limit);
        var kinds = columns.Select(c => ColumnTypes.KindOf(c.Type)).ToArray();
        for (var left = most; result is not null && left > 0 && await NextAsync(ct) is { } chunk; left -= chunk.Count)
        {
            using (chunk)
            {
                yield return Read(chunk, (int)Math.Min(left, chunk.Count), kinds);
            }
        }
    }

    protected override ValueTask CloseAsync()
    {
        result?.Dispose();
        connection.Dispose();
        limit.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<DuckChunk?> NextAsync(CancellationToken ct)
    {
        try
        {
            return await Task.Run(result!.Next, CancellationToken.None);
        }
        catch (Exception error) when (DuckErrors.OfQuery(error, ct.IsCancellationRequested ? ct : outer) is { } told)
        {
            throw told;
        }
    }

    private static DataBatch Read(DuckChunk chunk, int rows, DataKind[] kinds)
    {
        var cells = new DataValue[rows * kinds.Length];
        for (var column = 0; column < kinds.Length; column++)
        {
            var vector = chunk[column];
            for (var row = 0; row < rows; row++)
            {
                cells[row * kinds.Length + column] = StoredColumns.Read(vector, row, kinds[column]);
            }
        }

        return new DataBatch(kinds.Length, rows, cells);
    }
}
