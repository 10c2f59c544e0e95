using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Activities;

[CkanAction("user_activity_list", Access.Checked, ReadOnly = true)]
[Doc("What a user did and what happened to it, newest first.")]
internal sealed class ListUserActivities(CatalogContext context, CkanSettings settings, ActivityReader reader) : IAction<ListUserActivities.Request, RawJson>
{
    public sealed record Request(
        [Required, Doc("Name or id of the user.", Example = "\"operator-dinkes\"")] string Id,
        [Natural, Doc("At most this many, not more than 100.")] int Limit = ActivityPage.DefaultLimit,
        [Natural, Doc("Leave out so many first.")] int Offset = 0,
        [Doc("Only later ones; seconds since 1970.", Example = "\"1764000000.5\"")] string? After = null,
        [Doc("Only earlier ones; seconds since 1970.")] string? Before = null);

    public async ValueTask<RawJson> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        settings.RequireUserDetails(caller);
        var page = ActivityPage.Read(request.Limit, request.Offset, request.After, request.Before);
        var user = await context.FindUserAsync(request.Id, ct);
        return user is null || (user.State == RecordState.Deleted && !caller.IsSysadmin)
            ? throw new NotFoundException()
            : await reader.ReadAsync(reader.OfUser(user.Id), page, caller, withHidden: false, ct);
    }
}
