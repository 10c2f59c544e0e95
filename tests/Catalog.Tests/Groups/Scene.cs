using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Groups;

/// <summary>
/// An organization and a group with one user in each role and an outsider, both below a parent with an admin of its own. Every scene has
/// names of its own, so tests can share a catalog.
/// </summary>
internal sealed class Scene
{
    public static readonly IReadOnlyList<string> Callers = ["anonymous", "outsider", "member", "editor", "admin", "parentadmin", "sysadmin"];

    private Scene(CatalogHost host) => Host = host;

    public CatalogHost Host { get; }

    /// <summary>Part of all names.</summary>
    public string Tag { get; } = Guid.NewGuid().ToString("N")[..10];

    public string Organization => "opd-" + Tag;

    public string Group => "tema-" + Tag;

    public string OrganizationId { get; private set; } = "";

    public string GroupId { get; private set; } = "";

    public static async Task<Scene> SetAsync(CatalogHost host)
    {
        var scene = new Scene(host);
        scene.OrganizationId = await scene.FoundAsync("organization", scene.Organization);
        scene.GroupId = await scene.FoundAsync("group", scene.Group);
        await host.UserAsync(scene.User("outsider"));
        return scene;
    }

    public string User(string role) => $"{role}-{Tag}";

    /// <summary>Calls an action as one of <see cref="Callers"/>.</summary>
    public Task<JsonNode?> AsAsync(string who, string action, object? data = null) => who switch
    {
        "anonymous" => Host.AsAnonymousAsync(action, data),
        "sysadmin" => Host.AsSysadminAsync(action, data),
        _ => Host.AsUserAsync(User(who), action, data),
    };

    public async Task<string> IdOfAsync(string role) => (await Host.UserAsync(User(role))).UserId!;

    /// <summary>A dataset of the organization.</summary>
    public async Task<string> DatasetAsync(string name, bool hidden = false) => (string)(await Host.AsSysadminAsync(
        "package_create", new JsonObject { ["name"] = $"{name}-{Tag}", ["owner_org"] = Organization, ["private"] = hidden }))!["id"]!;

    /// <summary>The errors that an action answers with.</summary>
    public static async Task<string> ErrorsAsync(Func<Task> call) => (await Assert.ThrowsAsync<InvalidException>(call)).Errors.ToJsonString(CatalogJson.Options);

    private async Task<string> FoundAsync(string kind, string name)
    {
        await Host.AsSysadminAsync($"{kind}_create", new { name = "induk-" + name });
        var made = await Host.AsSysadminAsync($"{kind}_create", new { name, title = "Judul " + name, groups = new[] { new { name = "induk-" + name } } });
        foreach (var role in new[] { "member", "editor", "admin" })
        {
            await Host.UserAsync(User(role));
            await Host.AsSysadminAsync($"{kind}_member_create", new { id = name, username = User(role), role });
        }

        await Host.UserAsync(User("parentadmin"));
        await Host.AsSysadminAsync($"{kind}_member_create", new { id = "induk-" + name, username = User("parentadmin"), role = "admin" });
        return (string)made!["id"]!;
    }
}
