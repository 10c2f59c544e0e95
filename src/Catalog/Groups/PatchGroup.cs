using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_patch", Access.Checked, Result = ActionResultShapes.Organization)]
[Doc("Changes only the given keys of a group.")]
internal sealed class PatchGroup(CatalogContext context, GroupWriter writer) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = GroupSchema.Parameters(create: false);

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var group = await context.RequireGroupAsync(GroupKind.Group, request.Required("id"), null, ct);
        return await writer.UpdateAsync(group, request, keepExtras: true, caller, ct);
    }
}
