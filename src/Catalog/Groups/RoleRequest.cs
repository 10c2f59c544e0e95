using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

/// <summary>Gives a user a role.</summary>
internal sealed record RoleRequest(
    [Required, Doc("Id or name of the organization or group.")] string Id,
    [Required, Doc("Name or id of the user.")] string Username,
    [Required, Doc("member, editor or admin.", Example = "\"editor\"")] string Role);
