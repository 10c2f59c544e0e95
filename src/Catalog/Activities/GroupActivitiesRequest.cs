using System.ComponentModel.DataAnnotations;
using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Activities;

/// <summary>What <c>organization_activity_list</c> and <c>group_activity_list</c> take.</summary>
internal sealed record GroupActivitiesRequest(
    [Required, Doc("Name or id of the organization or group.", Example = "\"dinas-kesehatan\"")] string Id,
    [Natural, Doc("At most this many, not more than 100.")] int Limit = ActivityPage.DefaultLimit,
    [Natural, Doc("Leave out so many first.")] int Offset = 0,
    [Doc("Only later ones; seconds since 1970.", Example = "\"1764000000.5\"")] string? After = null,
    [Doc("Only earlier ones; seconds since 1970.")] string? Before = null,
    [Doc("With what the server did in its own name; sysadmins only.")] bool IncludeHiddenActivity = false,
    [Doc("Only these types.", Example = "[\"changed organization\"]")] IReadOnlyList<string>? ActivityTypes = null);
