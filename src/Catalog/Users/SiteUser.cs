using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Users;

/// <summary>The user in whose name the server itself acts; nobody can sign in as it by password.</summary>
internal sealed class SiteUser(CatalogContext context, PendingChanges pending, TimeProvider clock)
{
    /// <returns>Id of the user of this name, made when there was none.</returns>
    public async ValueTask<string> EnsureAsync(string name, CancellationToken ct)
    {
        if (await context.Users.Where(u => u.Name == name).Select(u => u.Id).FirstOrDefaultAsync(ct) is { } id)
        {
            return id;
        }

        var user = new User
        {
            Id = Guid.NewGuid().ToString(),
            Name = name,
            IsSysadmin = true,
            Created = clock.Now(),
            SecurityStamp = SecurityStamps.New(),
        };
        context.Users.Add(user);
        pending.UserChanged(user.Id);
        return user.Id;
    }
}
