using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets;

[CkanAction("package_resource_reorder", Access.Checked)]
[Doc("Puts resources of a dataset into another order; those that are not named keep theirs behind the named ones.")]
internal sealed class ReorderResources(CatalogContext context, DatasetWriter writer) : IAction<ReorderResources.Request, JsonNode>
{
    public sealed record Request([Required, Doc("Id or name of the dataset.")] string Id, [Required, Doc("Ids of resources.", Example = "[]")] JsonNode Order);

    public async ValueTask<JsonNode> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        if (request.Order is not JsonArray order)
        {
            throw InvalidException.Bare("order", "Must be a list of resource");
        }

        var ids = order.Select(FieldText.Of).ToList();
        if (ids.Distinct().Count() != ids.Count)
        {
            throw InvalidException.Bare("order", "Must supply unique resource_ids");
        }

        var dataset = await context.ReadForChangeAsync(request.Id, caller, ct);
        var shown = await writer.ShowAsync(dataset, ct);
        var rest = shown["resources"]!.AsArray().Select(r => r!.AsObject()).ToList();
        var ordered = new List<JsonObject>();
        foreach (var id in ids)
        {
            var resource = rest.Find(r => (string?)r["id"] == id) ?? throw InvalidException.Bare("order", $"resource_id {id} can not be found");
            rest.Remove(resource);
            ordered.Add(resource);
        }

        ordered.AddRange(rest);
        shown["resources"] = new JsonArray([.. ordered.Select(r => r.DeepClone())]);
        await writer.UpdateAsync(dataset, shown, caller, DatasetWriter.NoUploads, ct);
        return new JsonObject { ["id"] = request.Id, ["order"] = new JsonArray([.. ordered.Select(r => r["id"]!.DeepClone())]) };
    }
}
