using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("bulk_update_delete", Access.Checked)]
[Doc("Marks datasets of an organization deleted.")]
internal sealed class DeleteDatasets(BulkChange change) : IAction<BulkRequest, Nothing>
{
    public async ValueTask<Nothing> RunAsync(BulkRequest request, Caller caller, CancellationToken ct) =>
        await change.RunAsync(request, caller, Change, "deleted package", ct);

    private static bool Change(Dataset dataset)
    {
        var changed = dataset.State != RecordState.Deleted;
        dataset.State = RecordState.Deleted;
        return changed;
    }
}
