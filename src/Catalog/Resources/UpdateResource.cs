using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Resources;

[CkanAction("resource_update", Access.Checked, Result = ActionResultShapes.Resource)]
[Doc("Replaces a resource: keys that are left out are emptied.")]
internal sealed class UpdateResource(CatalogContext context, ResourceChanges changes) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = [new("id", "string", true, "Id of the resource."), .. ResourceParameters.All];

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var id = request.Required("id");
        var dataset = await context.FindByResourceAsync(id, ct) ?? throw new NotFoundException("Resource was not found.");
        return await changes.ReplaceAsync(dataset, id, request, caller, shown =>
        {
            var wanted = (JsonObject)request.Data.DeepClone();
            KeepUpload(wanted, shown);
            return wanted;
        }, ct);
    }

    // A new link does not drop an uploaded file: that takes clear_upload, or a url_type of the caller's
    private static void KeepUpload(JsonObject wanted, JsonObject shown)
    {
        if ((string?)shown["url_type"] == "upload" && !wanted.ContainsKey("url_type") && !InputValues.Flag(wanted["clear_upload"]))
        {
            wanted["url_type"] = "upload";
            wanted["url"] = shown["url"]?.DeepClone();
        }
    }
}
