using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Users;

/// <summary>Finding users.</summary>
internal static class UserLookup
{
    /// <summary>By id or name, whatever the state; null when there is none.</summary>
    public static async Task<User?> FindUserAsync(this CatalogContext context, string idOrName, CancellationToken ct) =>
        await context.Users.FirstOrDefaultAsync(u => u.Id == idOrName, ct) ?? await context.Users.FirstOrDefaultAsync(u => u.Name == idOrName, ct);

    /// <summary>CKAN's rule for everything that shows users: signed in, unless user details are public.</summary>
    /// <exception cref="NotAuthorizedException">Bare.</exception>
    public static void RequireUserDetails(this CkanSettings settings, Caller caller)
    {
        if (caller.IsAnonymous && !settings.Flag("ckan.auth.public_user_details"))
        {
            throw new NotAuthorizedException();
        }
    }

    /// <summary>Users whose name or full name contains a text, in any case.</summary>
    /// <param name="alsoEmail">Also those whose e-mail address contains it.</param>
    public static IQueryable<User> Matching(this IQueryable<User> users, string text, bool alsoEmail)
    {
        var pattern = LikePattern.Containing(text);

        // Lower on both sides: PostgreSQL's LIKE tells cases apart
#pragma warning disable CA1304, CA1311, CA1862
        return users.Where(u =>
            EF.Functions.Like(u.Name, pattern, LikePattern.Escape)
            || EF.Functions.Like(u.Fullname!.ToLower(), pattern, LikePattern.Escape)
            || (alsoEmail && EF.Functions.Like(u.EmailKey!, pattern, LikePattern.Escape)));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
