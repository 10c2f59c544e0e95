using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Users;

/// <summary>Users as CKAN shows them.</summary>
internal sealed class UserViews(CatalogContext context, CkanSettings settings, LastSeen lastSeen)
{
    private const int Page = 500;

    /// <param name="whole">With <c>email</c> and <c>apikey</c>, for the user itself and for sysadmins.</param>
    public async Task<JsonObject> ShowAsync(User user, bool whole, CancellationToken ct) =>
        Show(user, await CountDatasetsAsync(user.Id, ct), whole);

    /// <summary>Several users in the order given, with one count query for each 500 of them.</summary>
    /// <param name="whole">Says for each user id whether it is shown with <c>email</c> and <c>apikey</c>.</param>
    public async Task<IReadOnlyList<JsonObject>> ShowAsync(IReadOnlyList<User> users, Func<string, bool> whole, CancellationToken ct)
    {
        var counts = await CountDatasetsAsync([.. users.Select(u => u.Id)], ct);
        return [.. users.Select(u => Show(u, counts.GetValueOrDefault(u.Id), whole(u.Id)))];
    }

    /// <summary>Active public datasets that each user created; users without any are left out.</summary>
    public async Task<Dictionary<string, int>> CountDatasetsAsync(IReadOnlyList<string> userIds, CancellationToken ct)
    {
        var counts = new Dictionary<string, int>();
        foreach (var page in userIds.Chunk(Page))
        {
            var found = await context.Datasets
                .Where(d => page.Contains(d.CreatorUserId) && d.State == RecordState.Active && !d.Private)
                .GroupBy(d => d.CreatorUserId!).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            foreach (var count in found)
            {
                counts[count.Key] = count.Count;
            }
        }

        return counts;
    }

    /// <summary>CKAN's user dictionary.</summary>
    /// <param name="datasets">How many active public datasets it created.</param>
    public JsonObject Show(User user, int datasets, bool whole)
    {
        var shown = new JsonObject
        {
            ["id"] = user.Id,
            ["name"] = user.Name,
            ["fullname"] = user.Fullname,
            ["created"] = Clock.Text(user.Created),
            ["about"] = user.About,
            ["activity_streams_email_notifications"] = user.ActivityStreamsEmailNotifications,
            ["sysadmin"] = user.IsSysadmin,
            ["state"] = user.State,
            ["image_url"] = user.ImageUrl,
            ["last_active"] = (lastSeen.Waiting(user.Id) ?? user.LastActive) is { } time ? Clock.Text(time) : null,
            ["display_name"] = DisplayName(user),
            ["email_hash"] = EmailHash(user.Email),
            ["number_created_packages"] = datasets,
            ["image_display_url"] = UserImages.DisplayUrl(user.ImageUrl, settings.SiteUrl),
        };
        if (whole)
        {
            // Legacy keys do not exist here; CKAN shows null for users made since it has tokens
            shown["apikey"] = null;
            shown["email"] = user.Email;
        }

        return shown;
    }

    /// <summary>The full name, or the name when there is none.</summary>
    public static string DisplayName(User user) => string.IsNullOrWhiteSpace(user.Fullname) ? user.Name : user.Fullname;

    private async Task<int> CountDatasetsAsync(string userId, CancellationToken ct) =>
        await context.Datasets.CountAsync(d => d.CreatorUserId == userId && d.State == RecordState.Active && !d.Private, ct);

    // MD5 because the field is defined as the address of a picture at Gravatar; it protects nothing
#pragma warning disable CA5351
    private static string EmailHash(string? email) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes((email ?? "").Trim().ToLowerInvariant())));
#pragma warning restore CA5351
}
