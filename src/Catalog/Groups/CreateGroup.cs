using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_create", Access.Checked, Result = ActionResultShapes.Organization)]
[Doc("Makes a group; its maker becomes its admin.")]
internal sealed class CreateGroup(GroupWriter writer) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = GroupSchema.Parameters(create: true);

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct) =>
        await writer.CreateAsync(GroupKind.Group, request, caller, ct);
}
