using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Datasets;

[CkanAction("package_owner_org_update", Access.Sysadmin)]
[Doc("Gives a dataset to another organization, or to none. Sysadmins only.")]
internal sealed class ChangeDatasetOwner(CatalogContext context, DatasetWriter writer) : IAction<ChangeDatasetOwner.Request, Nothing>
{
    public sealed record Request(
        [Required, Doc("Id or name of the dataset.")] string Id, [Doc("Id or name of the organization; empty for none.")] string? OrganizationId = null);

    public async ValueTask<Nothing> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var dataset = await context.FindWholeAsync(request.Id, ct) ?? throw new NotFoundException("Package was not found.");
        string? owner = null;
        if (!string.IsNullOrEmpty(request.OrganizationId))
        {
            owner = await context.FindGroupAsync(request.OrganizationId, ct) is { IsOrganization: true } organization
                ? organization.Id : throw new NotFoundException("Organization was not found.");
        }

        await writer.ChangeOwnerAsync(dataset, owner, caller, ct);
        return Nothing.Value;
    }
}
