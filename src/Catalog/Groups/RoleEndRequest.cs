using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Groups;

/// <summary>Takes a user's role away.</summary>
internal sealed record RoleEndRequest(
    [Required, Doc("Id or name of the organization or group.")] string Id,
    [Alias("user_id"), Doc("Name or id of the user.")] string? Username = null);
