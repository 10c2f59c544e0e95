using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("organization_update", Access.Checked, Result = ActionResultShapes.Organization)]
[Doc("Changes an organization. What is left out stays, but extras that are left out are taken away.")]
internal sealed class UpdateOrganization(CatalogContext context, GroupWriter writer) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = GroupSchema.Parameters(create: false);

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var group = await context.RequireGroupAsync(GroupKind.Organization, request.Required("id"), "Group was not found.", ct);
        return await writer.UpdateAsync(group, request, keepExtras: false, caller, ct);
    }
}
