using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Writes what the loader has to do, in the transaction of the change that makes it necessary. Costs nothing where no file is concerned.</summary>
internal sealed class LoadOrders(CatalogContext context, TimeProvider clock)
{
    /// <summary>Orders a load for each resource of a dataset whose file came in, changed or went away in the running transaction.</summary>
    /// <param name="dataset">Tracked, with its resources.</param>
    public async Task FollowAsync(Dataset dataset, CancellationToken ct)
    {
        foreach (var resource in dataset.Resources.Where(IsConcerned).ToList())
        {
            await OrderAsync(resource, ct);
        }
    }

    /// <summary>Has the tables of a dataset that is being purged dropped.</summary>
    public async Task PurgeAsync(string datasetId, CancellationToken ct)
    {
        foreach (var load in await context.TableLoads.Where(l => l.DatasetId == datasetId).ToListAsync(ct))
        {
            Renew(load);
        }
    }

    /// <summary>Orders the load of one resource, also when its table is that of its file already.</summary>
    public async Task<TableLoadRecord> AgainAsync(Resource resource, CancellationToken ct)
    {
        var load = await OrderAsync(resource, ct);
        load.Again = true;
        return load;
    }

    private async Task<TableLoadRecord> OrderAsync(Resource resource, CancellationToken ct)
    {
        if (await context.TableLoads.FindAsync([resource.Id], ct) is { } load)
        {
            Renew(load);
            return load;
        }

        return context.TableLoads.Add(New(resource)).Entity;
    }

    private bool IsConcerned(Resource resource)
    {
        var entry = context.Entry(resource);
        return entry.State switch
        {
            EntityState.Added => resource.FileHash is not null,
            EntityState.Modified => (resource.FileHash ?? entry.OriginalValues.GetValue<string?>(nameof(Resource.FileHash))) is not null
                && (entry.Property(r => r.FileHash).IsModified || entry.Property(r => r.State).IsModified
                    || (entry.Property(r => r.Inspection).IsModified && resource.Inspection == InspectionState.Waiting)),
            _ => false,
        };
    }

    private TableLoadRecord New(Resource resource) => new() { ResourceId = resource.Id, DatasetId = resource.DatasetId, State = LoadState.Pending, Version = 1, Queued = clock.Now() };

    private void Renew(TableLoadRecord load)
    {
        load.State = LoadState.Pending;
        load.Version++;
        load.Queued = clock.Now();
        load.Started = null;
        load.Finished = null;
    }
}
