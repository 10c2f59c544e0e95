using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Activities;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users;

/// <summary>What <c>user_update</c> and <c>user_patch</c> share.</summary>
internal sealed class UserEdits(CatalogContext context, UserDraft draft, UserViews views, ActivityLog activities, PendingChanges pending)
{
    /// <summary>The user that the caller may change.</summary>
    /// <exception cref="NotFoundException"><c>User was not found.</c></exception>
    /// <exception cref="NotAuthorizedException">Somebody else, or nobody.</exception>
    public async Task<User> FindAsync(ActionInput request, Caller caller, CancellationToken ct)
    {
        var id = request.Required("id");
        if (caller.IsAnonymous)
        {
            throw new NotAuthorizedException("Have to be logged in to edit user");
        }

        var user = await context.FindUserAsync(id, ct) ?? throw new NotFoundException("User was not found.");
        return caller.IsSysadmin || caller.UserId == user.Id
            ? user
            : throw new NotAuthorizedException($"User {caller.Name} not authorized to edit user {user.Id}");
    }

    /// <summary>Changes the user by what was sent.</summary>
    /// <returns>It as it is now.</returns>
    public async Task<JsonNode> ApplyAsync(User user, ActionInput request, Caller caller, CancellationToken ct)
    {
        await draft.FillAsync(user, request, caller, isNew: false, ct);
        pending.UserChanged(user.Id);
        activities.Record(caller, "changed user", user.Id, "user", default);
        return await views.ShowAsync(user, whole: true, ct);
    }
}
