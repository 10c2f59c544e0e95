using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Groups;

/// <summary>Finds what <c>member_create</c> and <c>member_delete</c> name.</summary>
internal sealed class MemberReferences(CatalogContext context)
{
    /// <summary>The organization or group, when the caller may change what belongs to it.</summary>
    /// <exception cref="NotFoundException">No such group.</exception>
    /// <exception cref="NotAuthorizedException">Not the caller's to change.</exception>
    /// <exception cref="InvalidException"><c>{message: "X isn't a valid model"}</c></exception>
    public async Task<Group> GroupAsync(string idOrName, string objectType, Caller caller, CancellationToken ct)
    {
        var group = await context.FindGroupAsync(idOrName, ct) ?? throw new NotFoundException("Group was not found.");
        GroupRights.RequireManage(group, objectType, caller);
        return objectType is MemberObjects.User or MemberObjects.Dataset or MemberObjects.Parent
            ? group : throw InvalidException.Text($"{objectType} isn't a valid model");
    }

    /// <exception cref="NotFoundException">No such dataset.</exception>
    public async Task<Dataset> DatasetAsync(string idOrName, CancellationToken ct) =>
        await context.Datasets.FirstOrDefaultAsync(d => d.Id == idOrName, ct)
        ?? await context.Datasets.FirstOrDefaultAsync(d => d.Name == idOrName, ct)
        ?? throw new NotFoundException("Package was not found.");
}
