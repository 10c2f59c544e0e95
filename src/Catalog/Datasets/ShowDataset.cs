using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Datasets;

[CkanAction("package_show", Access.Checked, ReadOnly = true, Result = ActionResultShapes.Dataset)]
[Doc("Metadata of one dataset with its resources.")]
internal sealed class ShowDataset(DocumentReader documents) : IAction<ShowDataset.Request, RawJson>
{
    public sealed record Request(
        [Wire("id"), Alias("name_or_id"), Doc("Id or name of the dataset.", Example = "\"jumlah-penduduk-per-kecamatan\"")] string? Id = null,
        [Doc("The same dictionary here; kept for CKAN's clients.")] bool UseDefaultSchema = false);

    public async ValueTask<RawJson> RunAsync(Request request, Caller caller, CancellationToken ct) =>
        string.IsNullOrEmpty(request.Id)
            ? throw InvalidException.Field("name_or_id", "Missing value")
            : new RawJson((await documents.ReadAsync(request.Id, caller, ct)).Json);
}
