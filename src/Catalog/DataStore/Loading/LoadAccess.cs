using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary>Who may see and steer the loading of which resource: as its dataset says.</summary>
internal sealed class LoadAccess(CatalogContext context, DocumentReader documents, Rights rights)
{
    /// <summary>A resource that the caller may read, with its load.</summary>
    /// <returns>No load for a link, and for a file that came before there was a loader.</returns>
    /// <exception cref="NotFoundException">Bare: no such resource.</exception>
    /// <exception cref="NotAuthorizedException">In CKAN's words.</exception>
    public async Task<(Resource Resource, TableLoadRecord? Load)> ReadAsync(string resourceId, Caller caller, CancellationToken ct)
    {
        var resource = await context.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Id == resourceId && r.State == RecordState.Active, ct) ?? throw new NotFoundException();
        var document = await documents.FindAsync(resource.DatasetId, ct) ?? throw new NotFoundException();
        if (!DocumentReader.MayRead(document, caller))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to read resource {resourceId}");
        }

        return (resource, await context.TableLoads.AsNoTracking().FirstOrDefaultAsync(l => l.ResourceId == resourceId, ct));
    }

    /// <summary>A resource whose loading the caller may steer.</summary>
    /// <exception cref="NotFoundException">Bare: no such resource.</exception>
    /// <exception cref="NotAuthorizedException">In CKAN's words.</exception>
    /// <exception cref="InvalidException">It has no uploaded file.</exception>
    public async Task<Resource> EditAsync(string resourceId, Caller caller, CancellationToken ct)
    {
        var resource = await context.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Id == resourceId && r.State == RecordState.Active, ct) ?? throw new NotFoundException();
        var dataset = await context.Datasets.AsNoTracking().FirstAsync(d => d.Id == resource.DatasetId, ct);
        if (!rights.MayEdit(dataset, caller))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to edit resource {resourceId}");
        }

        return resource.FileHash is not null ? resource : throw InvalidException.Field("id", "The resource has no uploaded file");
    }
}
