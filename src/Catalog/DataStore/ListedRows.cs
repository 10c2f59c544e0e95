using System.Runtime.CompilerServices;
using Purbalingga.Catalog.DataStore.Contract;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Rows that are in memory already.</summary>
internal sealed class ListedRows(IReadOnlyList<DataColumn> columns, long? total, DataBatch batch) : DataRows
{
    public override IReadOnlyList<DataColumn> Columns => columns;

    public override long? Total => total;

    public override async IAsyncEnumerable<DataBatch> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        yield return batch;
    }

    protected override ValueTask CloseAsync() => ValueTask.CompletedTask;
}
