using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

[CkanAction("group_purge", Access.Checked)]
[Doc("Takes a group out of the records for good. Sysadmins only.")]
internal sealed class PurgeGroup(CatalogContext context, GroupWriter writer) : IAction<GroupReference, Nothing>
{
    public async ValueTask<Nothing> RunAsync(GroupReference request, Caller caller, CancellationToken ct)
    {
        // CKAN looks it up before it asks who calls
        var group = await context.RequireGroupAsync(GroupKind.Group, request.Id, "Group was not found", ct);
        await writer.PurgeAsync(group, caller, ct);
        return Nothing.Value;
    }
}
