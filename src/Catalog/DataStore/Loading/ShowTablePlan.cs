using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Resources;

namespace Purbalingga.Catalog.DataStore.Loading;

/// <summary><c>{resource_id, plan, correction}</c>; each is null when there is none.</summary>
[CkanAction("table_plan_show", Access.Checked, ReadOnly = true)]
[Doc("How the file of a loaded table was read: sheet, header, columns, types, what was left out, and what an operator corrected. Ours, not CKAN's.")]
internal sealed class ShowTablePlan(LoadAccess access) : IAction<ResourceReference, JsonObject>
{
    public async ValueTask<JsonObject> RunAsync(ResourceReference request, Caller caller, CancellationToken ct)
    {
        var (resource, load) = await access.ReadAsync(request.Id, caller, ct);
        return new JsonObject
        {
            ["resource_id"] = resource.Id,
            ["plan"] = load?.PlanJson is { } plan ? JsonNode.Parse(plan) : null,
            ["correction"] = load?.CorrectionJson is { } correction ? JsonNode.Parse(correction) : null,
        };
    }
}
