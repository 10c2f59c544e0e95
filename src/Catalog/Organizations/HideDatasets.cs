using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("bulk_update_private", Access.Checked)]
[Doc("Makes datasets of an organization private.")]
internal sealed class HideDatasets(BulkChange change) : IAction<BulkRequest, Nothing>
{
    public async ValueTask<Nothing> RunAsync(BulkRequest request, Caller caller, CancellationToken ct) =>
        await change.RunAsync(request, caller, Change, "changed package", ct);

    private static bool Change(Dataset dataset)
    {
        var changed = !dataset.Private;
        dataset.Private = true;
        return changed;
    }
}
