using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Actions;

/// <summary>CKAN's rules of who may do what to a dataset, organization or group.</summary>
public sealed class Rights(CkanSettings settings, CatalogContext context)
{
    /// <summary>May create datasets at all: with the permission in some organization, or where unowned datasets are allowed.</summary>
    public bool MayCreateDatasets(Caller caller) =>
        caller.IsSysadmin
        || (caller.IsAnonymous
            ? settings.Flag("ckan.auth.anon_create_dataset")
            : HasSomewhere(caller, "create_dataset") || UnownedAllowed());

    /// <summary>May change this dataset: editor or admin of its organization, collaborator, or the rule for unowned ones.</summary>
    /// <param name="permission">update_dataset or delete_dataset.</param>
    public bool MayEdit(Dataset dataset, Caller caller, string permission = "update_dataset")
    {
        if (caller.IsSysadmin)
        {
            return true;
        }

        if (dataset.OwnerOrg is not null && caller.May(dataset.OwnerOrg, permission))
        {
            return true;
        }

        if (dataset.OwnerOrg is null && (caller.IsAnonymous ? settings.Flag("ckan.auth.anon_create_dataset") && UnownedAllowed() : UnownedAllowed() || HasSomewhere(caller, "create_dataset")))
        {
            return true;
        }

        return settings.Flag("ckan.auth.allow_dataset_collaborators")
            && caller.Collaborations.TryGetValue(dataset.Id, out var capacity) && capacity is "editor" or "admin";
    }

    /// <summary>May see this dataset: has one of its permission labels.</summary>
    public static bool MayRead(Dataset dataset, Caller caller) =>
        caller.IsSysadmin || DatasetDocuments.LabelsOf(dataset).Any(label => caller.Labels.Contains(label));

    /// <exception cref="NotAuthorizedException"><c>User X not authorized to edit package ID</c></exception>
    public void RequireEdit(Dataset dataset, Caller caller)
    {
        if (!MayEdit(dataset, caller))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to edit package {dataset.Id}");
        }
    }

    /// <summary>Has the permission in at least one organization.</summary>
    public bool HasSomewhere(Caller caller, string permission)
    {
        var ids = caller.Capacities.Where(c => Caller.Grants(c.Value, permission)).Select(c => c.Key).ToList();
        return ids.Count > 0 && context.Groups.AsNoTracking().Any(g => ids.Contains(g.Id) && g.IsOrganization && g.State == RecordState.Active);
    }

    private bool UnownedAllowed() =>
        settings.Flag("ckan.auth.create_unowned_dataset") && settings.Flag("ckan.auth.create_dataset_if_not_in_organization");
}
