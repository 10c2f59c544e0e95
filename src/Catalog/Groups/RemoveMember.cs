using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Groups;

[CkanAction("member_delete", Access.Checked)]
[Doc("Takes a user, a dataset or a parent out of an organization or group.")]
internal sealed class RemoveMember(CatalogContext context, MemberReferences references, Memberships memberships)
    : IAction<RemoveMember.Request, Nothing>
{
    public sealed record Request(
        [Required, Doc("Id or name of the organization or group.")] string Id,
        [Required, Doc("Id or name of what goes out.")] string Object,
        [Required, Doc("user, package or group.")] string ObjectType);

    public async ValueTask<Nothing> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var group = await references.GroupAsync(request.Id, request.ObjectType, caller, ct);
        var id = request.ObjectType switch
        {
            MemberObjects.User => (await context.FindUserAsync(request.Object, ct) ?? throw new NotFoundException("User was not found.")).Id,
            MemberObjects.Dataset => (await references.DatasetAsync(request.Object, ct)).Id,
            _ => (await context.FindGroupAsync(request.Object, ct) ?? throw new NotFoundException("Group was not found.")).Id,
        };
        await memberships.RemoveAsync(group.Id, request.ObjectType, id, ct);
        return Nothing.Value;
    }
}
