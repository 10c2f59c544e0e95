using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Activities;
using Purbalingga.Catalog.DataStore.Loading;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Tasks;

/// <summary>Who may see the state of which task. CKAN shows all to everybody; here errors of loads quote cells, so those of private datasets stay private, and those of purged resources are for nobody.</summary>
internal sealed class TaskVisibility(CatalogContext context, DocumentReader documents)
{
    public async Task<bool> MaySeeAsync(TaskStatusRecord status, Caller caller, CancellationToken ct)
    {
        if (caller.IsSysadmin || status.EntityType != "resource")
        {
            return true;
        }

        var datasetId = await context.Resources.AsNoTracking().Where(r => r.Id == status.EntityId).Select(r => r.DatasetId).FirstOrDefaultAsync(ct);
        return datasetId is null
            ? status.TaskType != LoadTask.Name // a load of a resource that was purged, of who knows which dataset
            : await documents.FindAsync(datasetId, ct) is { } document && DocumentReader.MayRead(document, caller);
    }
}
