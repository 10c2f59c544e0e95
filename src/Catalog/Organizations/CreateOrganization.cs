using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("organization_create", Access.Checked, Result = ActionResultShapes.Organization)]
[Doc("Makes an organization; its maker becomes its admin.")]
internal sealed class CreateOrganization(GroupWriter writer) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = GroupSchema.Parameters(create: true);

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct) =>
        await writer.CreateAsync(GroupKind.Organization, request, caller, ct);
}
