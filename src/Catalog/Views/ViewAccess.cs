using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Views;

/// <summary>Finds views for those who may see or change them, and shows them as CKAN does.</summary>
internal sealed class ViewAccess(CatalogContext context, DocumentReader documents, Rights rights)
{
    /// <summary>The dataset of a resource that the caller may see.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="NotFoundException">Bare: no such resource.</exception>
    /// <exception cref="NotAuthorizedException">In CKAN's words.</exception>
    public async Task<string> ReadResourceAsync(string resourceId, Caller caller, CancellationToken ct)
    {
        var datasetId = await context.Resources.AsNoTracking().Where(r => r.Id == resourceId).Select(r => r.DatasetId).FirstOrDefaultAsync(ct) ?? throw new NotFoundException();
        var document = await documents.FindAsync(datasetId, ct) ?? throw new NotFoundException();
        return DocumentReader.MayRead(document, caller) ? datasetId : throw new NotAuthorizedException($"User {caller.Name} not authorized to read resource {resourceId}");
    }

    /// <summary>A view that the caller may see, with its dataset's id.</summary>
    /// <exception cref="NotFoundException">No such view, or its resource is gone.</exception>
    /// <exception cref="NotAuthorizedException">In CKAN's words.</exception>
    public async Task<(ResourceView View, string DatasetId)> ReadAsync(string viewId, Caller caller, CancellationToken ct)
    {
        var view = await context.ResourceViews.AsNoTracking().FirstOrDefaultAsync(v => v.Id == viewId, ct) ?? throw new NotFoundException("Resource view not found, cannot check auth.");
        return (view, await ReadResourceAsync(view.ResourceId, caller, ct));
    }

    /// <summary>A view that the caller may change, with its dataset's id.</summary>
    /// <param name="notFound">CKAN's words for a view that is not there; null for none.</param>
    /// <exception cref="NotFoundException">No such view.</exception>
    /// <exception cref="NotAuthorizedException">In CKAN's words.</exception>
    public async Task<(ResourceView View, string DatasetId)> ChangeAsync(string viewId, string? notFound, Caller caller, CancellationToken ct)
    {
        var view = await context.ResourceViews.FirstOrDefaultAsync(v => v.Id == viewId, ct) ?? throw (notFound is null ? new NotFoundException() : new NotFoundException(notFound));
        return (view, await ChangeResourceAsync(view.ResourceId, caller, ct));
    }

    /// <summary>A resource whose views the caller may change: those who may change the resource.</summary>
    /// <returns>Its dataset's id.</returns>
    /// <exception cref="NotFoundException">Bare: no such resource.</exception>
    /// <exception cref="NotAuthorizedException">In CKAN's words.</exception>
    public async Task<string> ChangeResourceAsync(string resourceId, Caller caller, CancellationToken ct)
    {
        var datasetId = await context.Resources.AsNoTracking().Where(r => r.Id == resourceId).Select(r => r.DatasetId).FirstOrDefaultAsync(ct) ?? throw new NotFoundException();
        var dataset = await context.Datasets.AsNoTracking().FirstAsync(d => d.Id == datasetId, ct);
        return rights.MayEdit(dataset, caller) ? datasetId : throw new NotAuthorizedException($"User {caller.Name} not authorized to edit resource {resourceId}");
    }

    /// <summary>The dictionary of a view.</summary>
    public static JsonObject Show(ResourceView view, string datasetId)
    {
        var shown = JsonNode.Parse(view.ConfigJson)!.AsObject();
        shown["id"] = view.Id;
        shown["resource_id"] = view.ResourceId;
        shown["package_id"] = datasetId;
        shown["title"] = view.Title;
        shown["description"] = view.Description;
        shown["view_type"] = view.ViewType;
        return shown;
    }
}
