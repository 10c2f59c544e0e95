using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Datasets;

[CkanAction("package_create", Access.Checked, Result = ActionResultShapes.Dataset)]
[Doc("Makes a dataset.")]
internal sealed class CreateDataset(DatasetWriter writer) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters => DatasetSchema.Parameters;

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct) =>
        new((await writer.CreateAsync(WithType(request.Data), caller, DatasetWriter.NoUploads, ct)).Json);

    private static JsonObject WithType(JsonObject data)
    {
        if (!data.ContainsKey("type"))
        {
            data["type"] = "dataset";
        }

        return data;
    }
}
