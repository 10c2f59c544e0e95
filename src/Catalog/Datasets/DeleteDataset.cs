using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets;

[CkanAction("package_delete", Access.Checked)]
[Doc("Marks a dataset deleted; it leaves lists and search.")]
internal sealed class DeleteDataset(CatalogContext context, DatasetWriter writer) : IAction<DatasetReference, Nothing>
{
    public async ValueTask<Nothing> RunAsync(DatasetReference request, Caller caller, CancellationToken ct)
    {
        var dataset = await context.FindWholeAsync(request.Id, ct) ?? throw new NotFoundException();
        await writer.DeleteAsync(dataset, caller, ct);
        return Nothing.Value;
    }
}
