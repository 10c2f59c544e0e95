using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets;

[CkanAction("package_patch", Access.Checked, Result = ActionResultShapes.Dataset)]
[Doc("Changes the given top-level fields of a dataset and leaves the others as they are.")]
internal sealed class PatchDataset(CatalogContext context, DatasetWriter writer) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters => UpdateDataset.Parameters;

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var dataset = await context.FindWholeAsync(request.Required("id"), ct) ?? throw new NotFoundException();
        var patched = await writer.ShowAsync(dataset, ct);
        patched.Remove("metadata_modified");
        foreach (var (key, value) in request.Data)
        {
            patched[key] = value?.DeepClone();
        }

        return new RawJson((await writer.UpdateAsync(dataset, patched, caller, DatasetWriter.NoUploads, ct)).Json);
    }
}
