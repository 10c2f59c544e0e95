using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.DataStore.Contract;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.DataStore;

/// <summary>Who may read and write which table: as its resource's dataset says.</summary>
internal sealed class TableAccess(IDataStore store, CatalogContext context, DocumentReader documents, Rights rights)
{
    private const string ReadOnlyText =
        "Cannot edit read-only resource because changes made may be lost. Use a resource created for editing e.g. with datastore_create or use \"force=True\" to ignore this warning.";

    /// <summary>A table that the caller may read.</summary>
    /// <param name="name">Id or alias.</param>
    /// <param name="notFound">Text for a table that is not there.</param>
    /// <exception cref="NotFoundException">No such table, or its resource is deleted.</exception>
    /// <exception cref="NotAuthorizedException">In CKAN's words.</exception>
    public async Task<DataTable> ReadAsync(string name, string notFound, Caller caller, CancellationToken ct)
    {
        var table = await store.FindAsync(name, ct) ?? throw new NotFoundException(notFound);
        return await MayReadAsync(table.Id, caller, ct) switch
        {
            true => table,
            false => throw new NotAuthorizedException($"User {caller.Name} not authorized to perform resource_show on resource {table.Id}"),
            null => throw new NotFoundException(notFound),
        };
    }

    /// <returns>Null when the table's resource is not there.</returns>
    public async Task<bool?> MayReadAsync(string resourceId, Caller caller, CancellationToken ct) =>
        await DatasetOfAsync(resourceId, ct) is { } document ? DocumentReader.MayRead(document, caller) : null;

    /// <summary>The dataset that a table's resource is of, whoever asks.</summary>
    /// <returns>Null when the table's resource is not there.</returns>
    public async Task<CachedDocument?> DatasetOfAsync(string resourceId, CancellationToken ct)
    {
        var datasetId = await context.Resources.AsNoTracking().Where(r => r.Id == resourceId && r.State == RecordState.Active).Select(r => r.DatasetId).FirstOrDefaultAsync(ct);
        return datasetId is null ? null : await documents.FindAsync(datasetId, ct);
    }

    /// <summary>A resource whose table the caller may write.</summary>
    /// <exception cref="NotFoundException">Bare: no such resource.</exception>
    /// <exception cref="NotAuthorizedException">In CKAN's words.</exception>
    /// <exception cref="InvalidException"><c>read-only</c>: a file that is loaded again would undo it.</exception>
    public async Task<Resource> WriteAsync(string resourceId, bool force, Caller caller, CancellationToken ct)
    {
        var resource = await context.Resources.AsNoTracking().FirstOrDefaultAsync(r => r.Id == resourceId && r.State == RecordState.Active, ct) ?? throw new NotFoundException();
        var dataset = await context.Datasets.AsNoTracking().FirstAsync(d => d.Id == resource.DatasetId, ct);
        if (!rights.MayEdit(dataset, caller))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to perform resource_update on resource {resourceId}");
        }

        return force || resource.UrlType is "datastore" or "tabledesigner" ? resource : throw InvalidException.Field("read-only", ReadOnlyText);
    }
}
