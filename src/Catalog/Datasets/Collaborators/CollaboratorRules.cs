using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Datasets.Collaborators;

/// <summary>Rules that all actions on collaborators share.</summary>
internal sealed class CollaboratorRules(CatalogContext context, CkanSettings settings)
{
    private const string Admin = "admin";

    private bool AdminsAllowed => settings.Flag("ckan.auth.allow_admin_collaborators");

    /// <summary>Capacities that may be given, in CKAN's order.</summary>
    private IReadOnlyList<string> Capacities => AdminsAllowed ? [Admin, "editor", "member"] : ["editor", "member"];

    /// <exception cref="InvalidException"><c>{message: "Dataset collaborators not enabled"}</c></exception>
    public void RequireEnabled()
    {
        if (!settings.Flag("ckan.auth.allow_dataset_collaborators"))
        {
            throw InvalidException.Text("Dataset collaborators not enabled");
        }
    }

    /// <param name="word">Role or Capacity, as CKAN says it in different places.</param>
    public void RequireCapacity(string capacity, string word)
    {
        if (!Capacities.Contains(capacity))
        {
            throw InvalidException.Text($"{word} must be one of \"{string.Join(", ", Capacities)}\"");
        }
    }

    /// <summary>The dataset, when the caller may say who works on it: an admin of its organization, an admin among its collaborators, or the maker of an unowned one.</summary>
    public async Task<Dataset> RequireManagedAsync(string idOrName, Caller caller, CancellationToken ct)
    {
        var dataset = await context.FindWholeAsync(idOrName, ct) ?? throw new NotFoundException("Dataset not found");
        var may = caller.IsSysadmin
            || (dataset.OwnerOrg is not null && caller.May(dataset.OwnerOrg, "membership"))
            || (dataset.OwnerOrg is null && caller.UserId is not null && dataset.CreatorUserId == caller.UserId)
            || (AdminsAllowed && caller.Collaborations.GetValueOrDefault(dataset.Id) == Admin);
        return may ? dataset : throw new NotAuthorizedException($"User {caller.Name} not authorized to manage collaborators on this dataset");
    }

    /// <exception cref="NotFoundException"><c>User not found</c></exception>
    public async Task<User> RequireUserAsync(string idOrName, CancellationToken ct) =>
        await context.FindUserAsync(idOrName, ct) is { State: not RecordState.Deleted } user ? user : throw new NotFoundException("User not found");
}
