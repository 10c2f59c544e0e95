using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_update", Access.Checked, Result = ActionResultShapes.Organization)]
[Doc("Changes a group. What is left out stays, but extras that are left out are taken away.")]
internal sealed class UpdateGroup(CatalogContext context, GroupWriter writer) : IAction<ActionInput, RawJson>, IDescribesParameters
{
    public static IReadOnlyList<ActionParameter> Parameters { get; } = GroupSchema.Parameters(create: false);

    public async ValueTask<RawJson> RunAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var group = await context.RequireGroupAsync(GroupKind.Group, request.Required("id"), "Group was not found.", ct);
        return await writer.UpdateAsync(group, request, keepExtras: false, caller, ct);
    }
}
