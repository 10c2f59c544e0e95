using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Groups;

/// <summary>Gives users roles in organizations and groups, and takes them away.</summary>
internal sealed class GroupRoles(CatalogContext context, Memberships memberships)
{
    /// <exception cref="InvalidException">Unknown group, user or role, each under its field.</exception>
    public async Task<MemberView> GiveAsync(GroupKind kind, RoleRequest request, Caller caller, CancellationToken ct)
    {
        var group = await context.FindGroupAsync(request.Id, ct) is { } found && found.IsOrganization == kind.IsOrganization ? found : null;
        if (group is null && !caller.IsSysadmin)
        {
            throw new NotFoundException();
        }

        if (group is not null)
        {
            GroupRights.RequireAddMembers(group, caller);
        }

        var user = await context.FindUserAsync(request.Username, ct) is { State: not RecordState.Deleted } known ? known : null;
        var errors = new FieldErrors();
        if (group is null)
        {
            errors.Add("id", "That group name or ID does not exist.");
        }

        if (user is null)
        {
            errors.Add("username", "User not found");
        }

        if (!MemberRoles.All.Contains(request.Role))
        {
            errors.Add("role", "role does not exist.");
        }

        errors.ThrowIfAny();
        return await PutAsync(group!, user!, request.Role, caller, ct);
    }

    /// <exception cref="NotAuthorizedException">An admin gives its own role away.</exception>
    public async Task<MemberView> PutAsync(Group group, User user, string role, Caller caller, CancellationToken ct)
    {
        if (user.Id == caller.UserId && role != MemberRoles.Admin
            && await memberships.FindAsync(group.Id, MemberObjects.User, user.Id, ct) is { State: RecordState.Active, Capacity: MemberRoles.Admin })
        {
            throw new NotAuthorizedException("Administrators cannot revoke their own admin status");
        }

        return MemberView.Of(await memberships.PutAsync(group.Id, MemberObjects.User, user.Id, role, ct));
    }

    /// <exception cref="NotFoundException">Unknown group or user.</exception>
    public async Task<Nothing> TakeAsync(GroupKind kind, RoleEndRequest request, Caller caller, CancellationToken ct)
    {
        var group = await context.RequireGroupAsync(kind, request.Id, "Group was not found.", ct);
        GroupRights.RequireRemoveMembers(group, caller);
        var user = string.IsNullOrEmpty(request.Username) ? null : await context.FindUserAsync(request.Username, ct);
        await memberships.RemoveAsync(group.Id, MemberObjects.User, user?.Id ?? throw new NotFoundException("User was not found."), ct);
        return Nothing.Value;
    }
}
