using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("organization_patch", Access.Checked, Result = ActionResultShapes.Organization)]
[Doc("Changes only the given keys of an organization.")]
internal sealed class PatchOrganization(CatalogContext context, GroupWriter writer) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = GroupSchema.Parameters(create: false);

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var group = await context.RequireGroupAsync(GroupKind.Organization, request.Required("id"), null, ct);
        return await writer.UpdateAsync(group, request, keepExtras: true, caller, ct);
    }
}
