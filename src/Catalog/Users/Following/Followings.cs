using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Datasets;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users.Following;

/// <summary>Who follows whom; all actions of following are this.</summary>
internal sealed class Followings(CatalogContext context, DocumentReader documents, UserViews views, TimeProvider clock)
{
    /// <returns>The new row, or the one that was there.</returns>
    public async ValueTask<FollowView> FollowAsync(FollowTarget target, string idOrName, Caller caller, CancellationToken ct)
    {
        var id = await IdAsync(target, idOrName, caller, ct);
        if (id == caller.UserId)
        {
            throw InvalidException.Text("You cannot follow yourself");
        }

        var type = TypeOf(target);
        var follow = await context.Follows.FindAsync([caller.UserId, type, id], ct);
        if (follow is null)
        {
            follow = new Follow { FollowerId = caller.UserId!, ObjectId = id, ObjectType = type, At = clock.Now() };
            context.Follows.Add(follow);
        }

        return new FollowView(follow.FollowerId, follow.ObjectId, Clock.Text(follow.At));
    }

    public async ValueTask<Nothing> UnfollowAsync(FollowTarget target, string idOrName, Caller caller, CancellationToken ct)
    {
        var id = await IdAsync(target, idOrName, caller, ct);
        if (await context.Follows.FindAsync([caller.UserId, TypeOf(target), id], ct) is { } follow)
        {
            context.Follows.Remove(follow);
        }

        return Nothing.Value;
    }

    public async ValueTask<bool> IsFollowingAsync(FollowTarget target, string idOrName, Caller caller, CancellationToken ct)
    {
        var (type, id) = (TypeOf(target), await IdAsync(target, idOrName, caller, ct));
        return await context.Follows.AnyAsync(f => f.FollowerId == caller.UserId && f.ObjectType == type && f.ObjectId == id, ct);
    }

    public async ValueTask<int> CountAsync(FollowTarget target, string idOrName, Caller caller, CancellationToken ct)
    {
        var (type, id) = (TypeOf(target), await IdAsync(target, idOrName, caller, ct));
        return await context.Follows.CountAsync(f => f.ObjectType == type && f.ObjectId == id, ct);
    }

    public async ValueTask<JsonNode> FollowersAsync(FollowTarget target, string idOrName, Caller caller, CancellationToken ct)
    {
        var (type, id) = (TypeOf(target), await IdAsync(target, idOrName, caller, ct));
        var users = await context.Users.AsNoTracking()
            .Where(u => u.State == RecordState.Active && context.Follows.Any(f => f.FollowerId == u.Id && f.ObjectType == type && f.ObjectId == id))
            .OrderBy(u => u.Name).ToListAsync(ct);
        return new JsonArray([.. await views.ShowAsync(users, _ => caller.IsSysadmin, ct)]);
    }

    private static string TypeOf(FollowTarget target) => target switch
    {
        FollowTarget.User => "user",
        FollowTarget.Dataset => "dataset",
        _ => "group",
    };

    // What the caller may not see is not there: the answer must not tell that a hidden dataset has this name
    private async ValueTask<string> IdAsync(FollowTarget target, string idOrName, Caller caller, CancellationToken ct) => target switch
    {
        FollowTarget.User => (await context.FindUserAsync(idOrName, ct)) is { State: not RecordState.Deleted } user ? user.Id : throw Missing("User"),
        FollowTarget.Dataset => await documents.FindAsync(idOrName, ct) is { } document && DocumentReader.MayRead(document, caller)
            ? document.Id : throw Missing("Dataset"),
        _ => await context.FindGroupAsync(idOrName, ct) is { } group && (group.State == RecordState.Active || caller.May(group.Id, "read"))
            ? group.Id : throw Missing("Group"),
    };

    private static InvalidException Missing(string what) => InvalidException.Field("id", "Not found: " + what);
}
