using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets;

/// <summary>Finding datasets to change them.</summary>
internal static class DatasetLookup
{
    /// <summary>A dataset with its extras, tags and resources, by id or name, whatever its state; null when there is none.</summary>
    public static async Task<Dataset?> FindWholeAsync(this CatalogContext context, string idOrName, CancellationToken ct) =>
        await DatasetDocuments.Whole(context.Datasets).FirstOrDefaultAsync(d => d.Id == idOrName, ct)
        ?? await DatasetDocuments.Whole(context.Datasets).FirstOrDefaultAsync(d => d.Name == idOrName, ct);

    /// <summary>The dataset of a resource, whole.</summary>
    /// <returns>Null when the resource is not known, also as a deleted one.</returns>
    public static async Task<Dataset?> FindByResourceAsync(this CatalogContext context, string resourceId, CancellationToken ct)
    {
        var id = await context.Resources.Where(r => r.Id == resourceId).Select(r => r.DatasetId).FirstOrDefaultAsync(ct);
        return id is null ? null : await context.FindWholeAsync(id, ct);
    }

    /// <summary>A dataset that the caller may see, to be changed next.</summary>
    /// <exception cref="NotFoundException">Bare.</exception>
    /// <exception cref="NotAuthorizedException">Not readable.</exception>
    public static async Task<Dataset> ReadForChangeAsync(this CatalogContext context, string idOrName, Caller caller, CancellationToken ct)
    {
        var dataset = await context.FindWholeAsync(idOrName, ct) ?? throw new NotFoundException();
        return Rights.MayRead(dataset, caller) ? dataset : throw new NotAuthorizedException($"User {caller.Name} not authorized to read package {dataset.Id}");
    }
}
