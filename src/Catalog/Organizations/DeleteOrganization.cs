using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("organization_delete", Access.Checked)]
[Doc("Marks an organization deleted; its name stays taken.")]
internal sealed class DeleteOrganization(CatalogContext context, GroupWriter writer) : IAction<GroupReference, Nothing>
{
    public async ValueTask<Nothing> RunAsync(GroupReference request, Caller caller, CancellationToken ct)
    {
        await writer.DeleteAsync(await context.RequireGroupAsync(GroupKind.Organization, request.Id, "Group was not found.", ct), caller, ct);
        return Nothing.Value;
    }
}
