using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Views;

[CkanAction("resource_view_reorder", Access.Checked)]
[Doc("Puts the views of a resource into another order; those that are not named follow.")]
internal sealed class ReorderResourceViews(CatalogContext context, ViewAccess access) : IAction<ActionInput, JsonObject>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } =
    [
        new("id", "string", true, "Id of the resource.", "\"3f6a1d0c-0000-4000-8000-000000000000\""),
        new("order", "array", true, "Ids of its views.", "[\"0c5a4b8e-7c1d-4f0a-9f52-2f6d8f0f6f11\"]"),
    ];

    public async ValueTask<JsonObject> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var id = request.Required("id");
        if (request.Data["order"] is not JsonArray list)
        {
            throw InvalidException.Bare("order", "Must supply order as a list");
        }

        var wanted = list.Select(item => InputValues.Text(item) ?? "").ToList();
        if (wanted.Distinct(StringComparer.Ordinal).Count() != wanted.Count)
        {
            throw InvalidException.Bare("order", "No duplicates allowed in order");
        }

        await access.ChangeResourceAsync(id, caller, ct);
        var views = await context.ResourceViews.Where(v => v.ResourceId == id).OrderBy(v => v.Order).ToListAsync(ct);
        if (wanted.Find(name => views.All(v => v.Id != name)) is { } unknown)
        {
            throw InvalidException.Bare("order", $"View {unknown} does not exist");
        }

        var order = wanted.Concat(views.Select(v => v.Id).Except(wanted)).ToList();
        foreach (var view in views)
        {
            view.Order = order.IndexOf(view.Id);
        }

        return new JsonObject { ["id"] = id, ["order"] = new JsonArray([.. order.Select(o => (JsonNode)o)]) };
    }
}
