using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Organizations;

[CkanAction("organization_purge", Access.Checked)]
[Doc("Takes an organization out of the records for good. Sysadmins only.")]
internal sealed class PurgeOrganization(CatalogContext context, GroupWriter writer) : IAction<GroupReference, Nothing>
{
    public async ValueTask<Nothing> RunAsync(GroupReference request, Caller caller, CancellationToken ct)
    {
        // CKAN looks it up before it asks who calls
        var group = await context.RequireGroupAsync(GroupKind.Organization, request.Id, "Organization was not found", ct);
        await writer.PurgeAsync(group, caller, ct);
        return Nothing.Value;
    }
}
