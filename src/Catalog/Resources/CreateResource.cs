using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Resources;

[CkanAction("resource_create", Access.Checked, Result = ActionResultShapes.Resource)]
[Doc("Adds a link or an uploaded file to a dataset.")]
internal sealed class CreateResource(CatalogContext context, DatasetWriter writer, Rights rights) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
        [new("package_id", "string", true, "Id or name of the dataset.", "\"jumlah-penduduk-per-kecamatan\""), .. ResourceParameters.All];

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var packageId = request.Required("package_id");
        var dataset = await context.ReadForChangeAsync(packageId, caller, ct);
        if (!rights.MayEdit(dataset, caller))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to create resources on dataset {packageId}");
        }

        var shown = await writer.ShowAsync(dataset, ct);
        shown.Remove("metadata_modified");
        var resources = ResourceTree.Of(shown);
        var index = resources.Count;
        resources.Add(request.Data.DeepClone());
        var document = await ResourceTree.UnwrapAsync(
            () => writer.UpdateAsync(dataset, shown, caller, ResourceTree.Uploads(request, index), ct), index);
        return ResourceTree.At(document, index);
    }
}
