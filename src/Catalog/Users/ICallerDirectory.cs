using Purbalingga.Catalog.Actions;

namespace Purbalingga.Catalog.Users;

/// <summary>Finds out who calls, with memberships (those that cascade from parent organizations too); answers from memory until something changes.</summary>
public interface ICallerDirectory
{
    /// <summary>The owner of a raw API token; anonymous for an unknown, expired or revoked one and for owners who are not active.</summary>
    ValueTask<Caller> FindByTokenAsync(string token, CancellationToken ct);

    /// <summary>A user by id; anonymous when there is none or it is not active, or when <paramref name="securityStamp"/> (of a cookie) is not the user's.</summary>
    ValueTask<Caller> FindByUserAsync(string userId, string? securityStamp, CancellationToken ct);

    /// <summary>What an active user may do, asked by somebody else: does not count as a visit of that user.</summary>
    /// <returns>Anonymous when there is no such user or it is not active.</returns>
    ValueTask<Caller> RightsOfAsync(string userId, CancellationToken ct);

    /// <summary>The system itself: a sysadmin named as the setting <c>ckan.site_id</c>.</summary>
    ValueTask<Caller> SystemAsync(CancellationToken ct);
}
