using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Users;

[CkanAction("user_list", Access.Checked, ReadOnly = true, Result = ActionResultShapes.UserList)]
[Doc("Lists the users that are not deleted, without the site user.")]
internal sealed class ListUsers(CatalogContext context, CkanSettings settings, UserViews views) : IAction<ListUsers.Request, JsonNode>
{
    public sealed record Request(
        [Doc("Text in the name or full name; for sysadmins also in the e-mail address.")] string? Q = null,
        [Doc("Exactly this e-mail address; sysadmins only.")] string? Email = null,
        [Doc("display_name, id, name, fullname, created, about, sysadmin or number_created_packages.")] string? OrderBy = null,
        [Doc("false: names only.")] bool AllFields = true,
        [Doc("With the user in whose name the server acts.")] bool IncludeSiteUser = false);

    public async ValueTask<JsonNode> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        settings.RequireUserDetails(caller);
        var orderBy = string.IsNullOrEmpty(request.OrderBy) ? "display_name" : request.OrderBy;
        if (orderBy == "edits")
        {
            throw InvalidException.Text("order_by=edits is no longer supported");
        }

        var siteId = settings.Get("ckan.site_id");
        var users = context.Users.AsNoTracking().Where(u => u.State != RecordState.Deleted && (request.IncludeSiteUser || u.Name != siteId));
        if (!string.IsNullOrEmpty(request.Q))
        {
            users = users.Matching(request.Q, alsoEmail: caller.IsSysadmin);
        }

        if (caller.IsSysadmin && !string.IsNullOrEmpty(request.Email))
        {
            var key = request.Email.ToLowerInvariant();
            users = users.Where(u => u.EmailKey == key);
        }

        var found = await users.ToListAsync(ct);
        var counts = request.AllFields || orderBy == "number_created_packages"
            ? await views.CountDatasetsAsync([.. found.Select(u => u.Id)], ct) : [];
        var sorted = Sorted(found, orderBy, counts);
        return new JsonArray([.. sorted.Select(u =>
            request.AllFields ? (JsonNode)views.Show(u, counts.GetValueOrDefault(u.Id), caller.IsSysadmin || u.Id == caller.UserId) : u.Name)]);
    }

    // In memory, so that the order is the same on every engine whatever its collation
    private static IEnumerable<User> Sorted(List<User> users, string orderBy, Dictionary<string, int> counts) => orderBy switch
    {
        "display_name" => users.OrderBy(UserViews.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(u => u.Name, StringComparer.Ordinal),
        "id" => users.OrderBy(u => u.Id, StringComparer.Ordinal),
        "name" => users.OrderBy(u => u.Name, StringComparer.Ordinal),
        "fullname" => users.OrderBy(u => u.Fullname ?? "\uffff", StringComparer.OrdinalIgnoreCase).ThenBy(u => u.Name, StringComparer.Ordinal),
        "created" => users.OrderBy(u => u.Created).ThenBy(u => u.Name, StringComparer.Ordinal),
        "about" => users.OrderBy(u => u.About ?? "\uffff", StringComparer.OrdinalIgnoreCase).ThenBy(u => u.Name, StringComparer.Ordinal),
        "sysadmin" => users.OrderBy(u => u.IsSysadmin).ThenBy(u => u.Name, StringComparer.Ordinal),
        "number_created_packages" => users.OrderBy(u => counts.GetValueOrDefault(u.Id)).ThenBy(u => u.Name, StringComparer.Ordinal),
        _ => throw InvalidException.Field("order_by", $"Cannot order by `{orderBy}`"),
    };
}
