using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Groups;

[CkanAction("member_create", Access.Checked, Result = ActionResultShapes.Member)]
[Doc("Puts a user, a dataset or a parent into an organization or group.")]
internal sealed class AddMember(CatalogContext context, MemberReferences references, Memberships memberships, GroupRoles roles, GroupHierarchy hierarchy)
    : IAction<AddMember.Request, MemberView>
{
    private const int MaxCapacity = 100;

    public sealed record Request(
        [Required, Doc("Id or name of the organization or group.")] string Id,
        [Required, Doc("Id or name of what goes in.")] string Object,
        [Required, Doc("user, package or group.")] string ObjectType,
        [Required, Doc("The role of a user; public for a dataset.")] string Capacity);

    public async ValueTask<MemberView> RunAsync(Request request, Caller caller, CancellationToken ct)
    {
        var group = await references.GroupAsync(request.Id, request.ObjectType, caller, ct);
        if (request.ObjectType == MemberObjects.User)
        {
            if (!MemberRoles.All.Contains(request.Capacity))
            {
                throw InvalidException.Field("capacity", "role does not exist.");
            }

            var user = await context.FindUserAsync(request.Object, ct) is { State: not RecordState.Deleted } found
                ? found : throw new NotFoundException("User was not found.");
            return await roles.PutAsync(group, user, request.Capacity, caller, ct);
        }

        if (request.Capacity.Length > MaxCapacity)
        {
            throw InvalidException.Field("capacity", $"Must be at most {MaxCapacity} characters long");
        }

        var id = request.ObjectType == MemberObjects.Dataset
            ? await DatasetAsync(group, request.Object, caller, ct)
            : await ParentAsync(group, request.Object, ct);
        return MemberView.Of(await memberships.PutAsync(group.Id, request.ObjectType, id, request.Capacity, ct));
    }

    private async Task<string> DatasetAsync(Group group, string reference, Caller caller, CancellationToken ct)
    {
        var dataset = await references.DatasetAsync(reference, ct);
        if (!Rights.MayRead(dataset, caller))
        {
            throw new NotAuthorizedException($"User {caller.Name} not authorized to read package {dataset.Id}");
        }

        return group.IsOrganization
            ? throw InvalidException.Field("object_type", "A dataset belongs to an organization by its owner_org")
            : dataset.Id;
    }

    private async Task<string> ParentAsync(Group group, string reference, CancellationToken ct)
    {
        var parent = await context.FindGroupAsync(reference, ct) is { State: RecordState.Active } found && found.IsOrganization == group.IsOrganization
            ? found : throw new NotFoundException("Group was not found.");
        return await hierarchy.WouldLoopAsync(group.Id, parent.Id, ct)
            ? throw InvalidException.Field("object", GroupHierarchy.LoopMessage)
            : parent.Id;
    }
}
