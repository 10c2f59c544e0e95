using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Users;

namespace Purbalingga.Catalog.Groups;

/// <summary>CKAN's rules of who may do what to organizations and groups, with its refusals.</summary>
internal sealed class GroupRights(CkanSettings settings)
{
    /// <summary>True when everybody may see who the users are.</summary>
    public bool UsersArePublic => settings.Flag("ckan.auth.public_user_details");

    /// <summary>True when datasets may be without an organization.</summary>
    public bool UnownedDatasetsAllowed => settings.Flag("ckan.auth.create_unowned_dataset");

    public void RequireCreate(GroupKind kind, Caller caller)
    {
        var open = !caller.IsAnonymous && settings.Flag($"ckan.auth.user_create_{kind.Word}s");
        Require(caller.IsSysadmin || open, $"User {caller.UserId ?? "None"} not authorized to create {kind.Word}s");
    }

    /// <summary>Everybody sees an active one; its users and a deleted one only those with a role in it.</summary>
    public void RequireRead(Group group, bool withUsers, Caller caller) => Require(
        MayRead(group, withUsers, caller), $"User {caller.Name} not authorized to read group {group.Id}");

    public bool MayRead(Group group, bool withUsers, Caller caller) =>
        (group.State == RecordState.Active && (!withUsers || UsersArePublic)) || caller.May(group.Id, "read");

    public static void RequireEdit(Group group, Caller caller) => Require(
        caller.May(group.Id, "update"), $"User {caller.Name} not authorized to edit {GroupKind.Of(group).Word} {group.Id}");

    public void RequireDelete(Group group, Caller caller)
    {
        var word = GroupKind.Of(group).Word;
        Require(caller.IsSysadmin || settings.Flag($"ckan.auth.user_delete_{word}s"), $"User {caller.Name} not authorized to delete {word}s");
        Require(caller.May(group.Id, "delete"), $"User {caller.Name} not authorized to delete {word} {group.Id}");
    }

    public static void RequireAddMembers(Group group, Caller caller) =>
        Require(caller.May(group.Id, "membership"), $"User {caller.Name} not authorized to add members");

    public static void RequireRemoveMembers(Group group, Caller caller) => Require(
        caller.May(group.Id, "membership"), $"User {caller.Name} not authorized to delete {GroupKind.Of(group).Word} {group.Id} members");

    /// <summary>Changing what belongs to it: an admin's work, but every member of a group may put datasets into it.</summary>
    public static void RequireManage(Group group, string objectType, Caller caller) => Require(
        caller.May(group.Id, !group.IsOrganization && objectType == MemberObjects.Dataset ? "manage_group" : "update"),
        $"User {caller.Name} not authorized to edit group {group.Id}");

    /// <summary>Asking where another user has a role: signed in, unless everybody may see who the users are.</summary>
    /// <exception cref="NotAuthorizedException">Bare.</exception>
    public void RequireOtherUsers(Caller caller) => settings.RequireUserDetails(caller);

    private static void Require(bool granted, string refusal)
    {
        if (!granted)
        {
            throw new NotAuthorizedException(refusal);
        }
    }
}
