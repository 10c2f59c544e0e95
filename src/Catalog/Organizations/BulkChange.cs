using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Activities;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Organizations;

/// <summary>Changes many datasets of one organization at once.</summary>
internal sealed class BulkChange(CatalogContext context, DatasetDocuments documents, ActivityLog activities, TimeProvider clock)
{
    private const int Page = 200;

    /// <param name="change">Says whether it changed the dataset.</param>
    /// <param name="activity">changed package or deleted package.</param>
    /// <exception cref="NotAuthorizedException">Bare, for all but admins of the organization.</exception>
    public async Task<Nothing> RunAsync(BulkRequest request, Caller caller, Func<Dataset, bool> change, string activity, CancellationToken ct)
    {
        var organization = await context.RequireGroupAsync(GroupKind.Organization, request.OrgId, "Organization was not found.", ct);
        if (!caller.May(organization.Id, "update"))
        {
            throw new NotAuthorizedException();
        }

        var now = clock.Now();
        foreach (var page in (request.Datasets ?? []).Distinct().Chunk(Page))
        {
            var found = await DatasetDocuments.Whole(context.Datasets)
                .Where(d => d.OwnerOrg == organization.Id && (page.Contains(d.Id) || page.Contains(d.Name))).ToListAsync(ct);
            foreach (var dataset in found.Where(change))
            {
                dataset.MetadataModified = now;
                dataset.Revision++;
                var document = await documents.PublishAsync(dataset, ct);
                activities.Record(caller, activity, dataset.Id, "package", document.Json, document.Labels);
            }
        }

        return Nothing.Value;
    }
}
