using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_delete", Access.Checked)]
[Doc("Marks a group deleted; its name stays taken.")]
internal sealed class DeleteGroup(CatalogContext context, GroupWriter writer) : IAction<GroupReference, Nothing>
{
    public async ValueTask<Nothing> RunAsync(GroupReference request, Caller caller, CancellationToken ct)
    {
        await writer.DeleteAsync(await context.RequireGroupAsync(GroupKind.Group, request.Id, "Group was not found.", ct), caller, ct);
        return Nothing.Value;
    }
}
