using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Users;

[CkanAction("user_autocomplete", Access.Checked, ReadOnly = true)]
[Doc("Users whose name or full name contains a text.")]
internal sealed class AutocompleteUsers(CatalogContext context, CkanSettings settings)
    : IAction<AutocompleteUsers.Request, IReadOnlyList<AutocompleteUsers.Match>>
{
    private const int MaxLimit = 1000;

    public sealed record Request(
        [Required, Doc("Part of a name.", Example = "\"dinkes\"")] string Q,
        [Natural, Doc("At most this many.")] int Limit = 20,
        [Doc("Leave the caller out.")] bool IgnoreSelf = false);

    public sealed record Match(string Id, string Name, string? Fullname);

    public async ValueTask<IReadOnlyList<Match>> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        settings.RequireUserDetails(caller);
        var users = context.Users.AsNoTracking().Where(u => u.State != RecordState.Deleted).Matching(request.Q, alsoEmail: false);
        if (request.IgnoreSelf && caller.UserId is { } self)
        {
            users = users.Where(u => u.Id != self);
        }

        return await users.OrderBy(u => u.Name).Take(Math.Min(request.Limit, MaxLimit)).Select(u => new Match(u.Id, u.Name, u.Fullname)).ToListAsync(ct);
    }
}
