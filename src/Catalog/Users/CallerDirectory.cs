using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Settings;

namespace Purbalingga.Catalog.Users;

/// <inheritdoc cref="ICallerDirectory"/>
internal sealed class CallerDirectory(
    IDbContextFactory<CatalogContext> contexts,
    CallerCache cache,
    LastSeen lastSeen,
    CkanSettings settings,
    WriteTransactions transactions,
    TimeProvider clock) : ICallerDirectory
{
    private static readonly TimeSpan TokenInterval = TimeSpan.FromMinutes(1);

    // CKAN's ckan.user.last_active_interval
    private static readonly TimeSpan UserInterval = TimeSpan.FromMinutes(10);

    public async ValueTask<Caller> FindByTokenAsync(string token, CancellationToken ct)
    {
        if (!TokenText.CouldBe(token))
        {
            return Caller.Anonymous;
        }

        var hash = TokenText.HashOf(token);
        var entry = cache.Token(hash) is { } cached && cached.Owner.Rules == Rules() ? cached : await LoadTokenAsync(hash, ct);
        var now = clock.Now();
        if (entry is null || entry.ExpiresAt <= now)
        {
            return Caller.Anonymous;
        }

        var noteUser = entry.Owner.ShouldNote(now, UserInterval);
        if (entry.ShouldNote(now, TokenInterval) || noteUser)
        {
            lastSeen.Note(new LastSeen.Use(entry.Id, noteUser ? entry.Owner.Id : null, now));
        }

        return entry.Caller;
    }

    public async ValueTask<Caller> FindByUserAsync(string userId, string? securityStamp, CancellationToken ct)
    {
        var entry = await UserAsync(userId, ct);
        if (entry is null || (securityStamp is not null && securityStamp != entry.SecurityStamp))
        {
            return Caller.Anonymous;
        }

        var now = clock.Now();
        if (entry.ShouldNote(now, UserInterval))
        {
            lastSeen.Note(new LastSeen.Use(null, entry.Id, now));
        }

        return entry.Caller;
    }

    public async ValueTask<Caller> RightsOfAsync(string userId, CancellationToken ct) => (await UserAsync(userId, ct))?.Caller ?? Caller.Anonymous;

    public async ValueTask<Caller> SystemAsync(CancellationToken ct)
    {
        var name = settings.Get("ckan.site_id");
        await using var context = await contexts.CreateDbContextAsync(ct);
        var id = await context.Users.Where(u => u.Name == name).Select(u => u.Id).FirstOrDefaultAsync(ct)
            ?? await transactions.RunAsync((services, token) => services.GetRequiredService<SiteUser>().EnsureAsync(name, token), ct);
        return await UserAsync(id, ct) is { } entry ? new Caller(entry.Id, entry.Caller.Name, isSysadmin: true) : throw new InvalidOperationException(
            $"The site user {name} is not active; make it active again or change ckan.site_id.");
    }

    private CallerRules Rules() => new(
        settings.Get("ckan.auth.roles_that_cascade_to_sub_groups"), settings.Flag("ckan.auth.allow_dataset_collaborators"));

    private async ValueTask<CallerEntry?> UserAsync(string userId, CancellationToken ct) =>
        cache.User(userId) is { } cached && cached.Rules == Rules() ? cached : await LoadUserAsync(userId, ct);

    private async Task<TokenEntry?> LoadTokenAsync(string hash, CancellationToken ct)
    {
        var generation = cache.Generation;
        await using var context = await contexts.CreateDbContextAsync(ct);
        var token = await context.ApiTokens.AsNoTracking().FirstOrDefaultAsync(t => t.Hash == hash, ct);
        if (token is null || await UserAsync(token.UserId, ct) is not { } owner)
        {
            return null;
        }

        var entry = new TokenEntry(token, owner);
        cache.Keep(hash, entry, generation);
        return entry;
    }

    private async Task<CallerEntry?> LoadUserAsync(string userId, CancellationToken ct)
    {
        var generation = cache.Generation;
        var rules = Rules();
        await using var context = await contexts.CreateDbContextAsync(ct);
        var user = await context.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == userId && u.State == RecordState.Active, ct);
        if (user is null)
        {
            return null;
        }

        var capacities = await CapacitiesAsync(context, userId, ct);
        var collaborations = rules.Collaborators
            ? await context.Collaborators.AsNoTracking().Where(c => c.UserId == userId).ToDictionaryAsync(c => c.DatasetId, c => c.Capacity, ct)
            : null;
        var entry = new CallerEntry(user, new Caller(user.Id, user.Name, user.IsSysadmin, capacities, collaborations), rules);
        cache.Keep(entry, generation);
        return entry;
    }

    private async Task<Dictionary<string, string>> CapacitiesAsync(CatalogContext context, string userId, CancellationToken ct)
    {
        var cascading = settings.List("ckan.auth.roles_that_cascade_to_sub_groups");
        var own = await context.Members.AsNoTracking()
            .Where(m => m.TableId == userId && m.TableName == "user" && m.State == RecordState.Active)
            .Select(m => new { m.GroupId, m.Capacity, m.Group!.IsOrganization, m.Group.State }).ToListAsync(ct);
        var capacities = own.ToDictionary(m => m.GroupId, m => m.Capacity);
        foreach (var role in cascading)
        {
            foreach (var organizations in new[] { true, false })
            {
                var reached = own.Where(m => m.Capacity == role && m.IsOrganization == organizations && m.State == RecordState.Active).Select(m => m.GroupId).ToHashSet();
                await SpreadAsync(context, reached, role, organizations, capacities, ct);
            }
        }

        return capacities;
    }

    /// <summary>Gives a role in the children, their children and so on; each is looked at once, so a circle of parents ends.</summary>
    private static async Task SpreadAsync(
        CatalogContext context, HashSet<string> reached, string role, bool organizations, Dictionary<string, string> capacities, CancellationToken ct)
    {
        var parents = reached.ToList();
        while (parents.Count > 0)
        {
            var children = await context.Members.AsNoTracking()
                .Where(m => parents.Contains(m.TableId) && m.TableName == "group" && m.State == RecordState.Active)
                .Where(m => m.Group!.IsOrganization == organizations && m.Group.State == RecordState.Active)
                .Select(m => m.GroupId).Distinct().ToListAsync(ct);
            parents = [.. children.Where(reached.Add)];
            foreach (var child in parents.Where(child => !capacities.TryGetValue(child, out var has) || Rank(role) > Rank(has)))
            {
                capacities[child] = role;
            }
        }
    }

    private static int Rank(string capacity) => capacity switch
    {
        "admin" => 3,
        "editor" => 2,
        "member" => 1,
        _ => 0,
    };
}
