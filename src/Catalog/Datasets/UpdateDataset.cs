using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets;

[CkanAction("package_update", Access.Checked, TellsChanges = true, Result = ActionResultShapes.Dataset)]
[Doc("Replaces a dataset's metadata: what is left out is emptied, except resources, groups, owner, visibility, state and name.")]
internal sealed class UpdateDataset(CatalogContext context, DatasetWriter writer) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
        [new("id", "string", true, "Id or name of the dataset.", "\"jumlah-penduduk-per-kecamatan\""), .. DatasetSchema.Parameters.Select(p => p with { Required = false })];

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var id = request.Text("id") ?? request.Text("name") ?? throw InvalidException.Bare("id", "Missing value");
        var dataset = await context.FindWholeAsync(id, ct) ?? throw new NotFoundException("Package was not found.");
        return new RawJson((await writer.UpdateAsync(dataset, request.Data, caller, DatasetWriter.NoUploads, ct)).Json);
    }
}
