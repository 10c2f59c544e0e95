using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Discovery;

[CkanAction("current_package_list_with_resources", Access.Anyone, ReadOnly = true, Result = ActionResultShapes.DatasetList)]
[Doc("Datasets with their resources, newest change first.")]
internal sealed class ListDatasetsWithResources(DatasetSearch search) : IAction<ListDatasetsWithResources.Request, RawJson>
{
    public sealed record Request(
        [Natural, Doc("Page size; 10 when left out.", Example = "5")] int? Limit = null,
        [Natural, Doc("Datasets to pass over.")] int? Offset = null,
        [Positive, Doc("Page number, instead of an offset.")] int? Page = null);

    public async ValueTask<RawJson> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var rows = request.Limit ?? 10;
        var found = await search.SearchAsync(new JsonObject
        {
            ["rows"] = rows,
            ["start"] = request.Offset ?? ((request.Page ?? 1) - 1) * rows,
            ["include_private"] = caller.IsSysadmin,
        }, caller, ct);
        return RawJson.From(JsonNode.Parse(found.Span)!["results"]);
    }
}
