using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Resources;

[CkanAction("resource_patch", Access.Checked, Result = ActionResultShapes.Resource)]
[Doc("Changes the given keys of a resource, or its file, and leaves the others as they are.")]
internal sealed class PatchResource(CatalogContext context, ResourceChanges changes) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters => UpdateResource.Parameters;

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var id = request.Required("id");
        var dataset = await context.FindByResourceAsync(id, ct) ?? throw new NotFoundException("Resource was not found.");
        return await changes.ReplaceAsync(dataset, id, request, caller, shown =>
        {
            var wanted = (JsonObject)shown.DeepClone();
            if (request.Files.ContainsKey("upload"))
            {
                // These describe the old file
                foreach (var key in (string[])["mimetype", "size", "hash", "last_modified"])
                {
                    wanted.Remove(key);
                }
            }

            foreach (var (key, value) in request.Data)
            {
                wanted[key] = value?.DeepClone();
            }

            return wanted;
        }, ct);
    }
}
