using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Resources;

[CkanAction("resource_delete", Access.Checked)]
[Doc("Takes a resource out of its dataset.")]
internal sealed class DeleteResource(CatalogContext context, DatasetWriter writer, Rights rights) : IAction<ResourceReference, Nothing>
{
    public async ValueTask<Nothing> RunAsync(ResourceReference request, Caller caller, CancellationToken ct)
    {
        var dataset = await context.FindByResourceAsync(request.Id, ct) ?? throw new NotFoundException();
        if (!rights.MayEdit(dataset, caller, "delete_dataset"))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to delete resource {request.Id}");
        }

        var shown = await writer.ShowAsync(dataset, ct);
        ResourceTree.Of(shown).RemoveAt(ResourceTree.IndexOf(shown, request.Id));
        await writer.UpdateAsync(dataset, shown, caller, DatasetWriter.NoUploads, ct);
        return Nothing.Value;
    }
}
