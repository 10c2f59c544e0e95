using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Resources;

/// <summary>Finds the file behind a download address.</summary>
public sealed class ResourceFiles(IDbContextFactory<CatalogContext> contexts, DocumentReader documents)
{
    /// <summary>
    /// The file of a resource. A file name in the address that is not the resource's own leads to the resource of that name in the same dataset
    /// (frictionless asks for siblings so); an old name of the same kind of file leads to the present file, so links do not break.
    /// </summary>
    /// <param name="dataset">Id or name.</param>
    /// <exception cref="NotFoundException">No such dataset, resource or sibling.</exception>
    /// <exception cref="NotAuthorizedException">The caller may not see the dataset.</exception>
    public async Task<ResourceFile> FindAsync(string dataset, string resourceId, string? fileName, Caller caller, CancellationToken ct)
    {
        var document = await documents.ReadAsync(dataset, caller, ct);
        await using var context = await contexts.CreateDbContextAsync(ct);
        var resources = await context.Resources.AsNoTracking()
            .Where(r => r.DatasetId == document.Id && r.State == RecordState.Active).OrderBy(r => r.Position).ToListAsync(ct);
        var resource = resources.Find(r => r.Id == resourceId) ?? throw new NotFoundException("Resource was not found.");
        if (!string.IsNullOrEmpty(fileName) && NameOf(resource) is var own && own != fileName)
        {
            resource = resources.Find(r => NameOf(r) == fileName)
                ?? (Path.GetExtension(fileName).Equals(Path.GetExtension(own), StringComparison.OrdinalIgnoreCase) ? resource : throw new NotFoundException("Resource was not found."));
        }

        var name = NameOf(resource);
        return new ResourceFile(
            resource.Id,
            resource.FileHash,
            name,
            string.IsNullOrEmpty(resource.Mimetype) ? ResourceFormats.MediaTypeOf(name) ?? "application/octet-stream" : resource.Mimetype,
            ResourceJson.PublicUrl(resource, ""),
            resource.Format,
            document.Labels.Contains(Caller.PublicLabel),
            resource.LastModified ?? resource.MetadataModified);
    }

    private static string NameOf(Resource resource) => resource.Url[(resource.Url.LastIndexOf('/') + 1)..];
}
