using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Users;

[CkanAction("user_delete", Access.Sysadmin)]
[Doc("Deletes a user: it cannot sign in any more, its tokens stop working, and its memberships end. Datasets that it made stay.")]
internal sealed class DeleteUser(CatalogContext context, CkanSettings settings, PendingChanges pending) : IAction<DeleteUser.Request, Nothing>
{
    public sealed record Request([Required, Doc("Name or id of the user.", Example = "\"operator-dinkes\"")] string Id);

    public async ValueTask<Nothing> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var user = await context.FindUserAsync(request.Id, ct) ?? throw new NotFoundException($"User \"{request.Id}\" was not found.");
        if (user.Name == settings.Get("ckan.site_id"))
        {
            // The server acts in its name
            throw InvalidException.Text("The site user cannot be deleted");
        }

        user.State = RecordState.Deleted;
        user.SecurityStamp = SecurityStamps.New();
        pending.UserChanged(user.Id);

        var memberships = await context.Members.Where(m => m.TableId == user.Id && m.TableName == "user").ToListAsync(ct);
        context.Members.RemoveRange(memberships);
        foreach (var groupId in memberships.Select(m => m.GroupId))
        {
            pending.GroupChanged(groupId);
        }

        await context.Collaborators.Where(c => c.UserId == user.Id).ExecuteDeleteAsync(ct);
        return Nothing.Value;
    }
}
