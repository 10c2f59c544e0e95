using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets;

[CkanAction("dataset_purge", Access.Checked)]
[Doc("Removes a dataset for good. Sysadmins only.")]
internal sealed class PurgeDataset(CatalogContext context, DatasetWriter writer) : IAction<DatasetReference, Nothing>
{
    public async ValueTask<Nothing> RunAsync(DatasetReference request, Caller caller, CancellationToken ct)
    {
        var dataset = await context.FindWholeAsync(request.Id, ct) ?? throw new NotFoundException("Dataset was not found");
        if (!caller.IsSysadmin)
        {
            throw new NotAuthorizedException();
        }

        await writer.PurgeAsync(dataset, ct);
        return Nothing.Value;
    }
}
