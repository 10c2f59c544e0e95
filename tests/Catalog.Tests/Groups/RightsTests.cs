using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Groups;

public sealed class RightsOnSqlite(SqliteFixture fixture) : RightsBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class RightsOnPostgreSql(PostgreSqlFixture fixture) : RightsBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

/// <summary>Who may do what: every action on organizations, groups, members and collaborators by everybody.</summary>
public abstract class RightsBehaviour(CatalogFixture fixture)
{
    private const string Everybody = "anonymous outsider member editor admin parentadmin sysadmin";
    private const string SignedIn = "outsider member editor admin parentadmin sysadmin";
    private const string Members = "member editor admin parentadmin sysadmin";
    private const string OwnMembers = "member editor admin sysadmin"; // roles do not come down to what is deleted
    private const string Admins = "admin parentadmin sysadmin";
    private const string Sysadmins = "sysadmin";

    private static readonly IReadOnlyDictionary<string, string?> Collaborators = new Dictionary<string, string?>
    {
        ["Ckan:ckan.auth.allow_dataset_collaborators"] = "true",
    };

    public static TheoryData<string, string, string> Matrix => new()
    {
        { "organization_show", "", Everybody },
        { "organization_show", "users", Members },
        { "organization_show", "deleted", OwnMembers },
        { "organization_list", "", Everybody },
        { "organization_list", "users", Members },
        { "organization_autocomplete", "", Everybody },
        { "organization_list_for_user", "", Everybody },
        { "organization_list_for_user", "other", SignedIn },
        { "organization_create", "", Sysadmins },
        { "organization_update", "", Admins },
        { "organization_patch", "", Admins },
        { "organization_delete", "", Admins },
        { "organization_purge", "", Sysadmins },
        { "organization_member_create", "", Admins },
        { "organization_member_delete", "", Admins },
        { "bulk_update_private", "", Admins },
        { "bulk_update_public", "", Admins },
        { "bulk_update_delete", "", Admins },
        { "group_show", "", Everybody },
        { "group_show", "users", Members },
        { "group_show", "deleted", OwnMembers },
        { "group_list", "", Everybody },
        { "group_autocomplete", "", Everybody },
        { "group_list_authz", "", Everybody },
        { "group_package_show", "", Everybody },
        { "group_create", "", SignedIn },
        { "group_update", "", Admins },
        { "group_patch", "", Admins },
        { "group_delete", "", Admins },
        { "group_purge", "", Sysadmins },
        { "group_member_create", "", Admins },
        { "group_member_delete", "", Admins },
        { "member_list", "", Everybody },
        { "member_list", "users", Members },
        { "member_create", "users", Admins },
        { "member_create", "datasets", Members },
        { "member_delete", "users", Admins },
        { "member_delete", "datasets", Members },
        { "member_roles_list", "", Everybody },
        { "package_collaborator_create", "", Admins },
        { "package_collaborator_list", "", Admins },
        { "package_collaborator_list_for_user", "", Sysadmins },
        { "package_collaborator_delete", "", Admins },
    };

    [Theory, MemberData(nameof(Matrix))]
    public async Task Should_let_exactly_these_call(string action, string variant, string allowed)
    {
        await using var own = action.Contains("collaborator", StringComparison.Ordinal) ? await CatalogHost.StartAsync(fixture.Database, Collaborators) : null;
        var scene = await Scene.SetAsync(own ?? fixture.Host);
        var target = await scene.IdOfAsync("sasaran");
        var kind = action.Split('_')[0];
        var id = kind == "group" ? scene.Group : scene.Organization;
        var dataset = action is "organization_delete" or "organization_purge" ? "" : await scene.DatasetAsync("data");
        if (variant == "deleted")
        {
            await scene.AsAsync("sysadmin", kind + "_patch", new { id, state = "deleted" });
        }

        var admitted = new List<string>();
        foreach (var who in Scene.Callers)
        {
            if (action == "package_collaborator_delete")
            {
                await scene.AsAsync("sysadmin", "package_collaborator_create", new { id = dataset, user_id = target, capacity = "member" });
            }
            else if (action is "organization_delete" or "group_delete")
            {
                await scene.AsAsync("sysadmin", kind + "_patch", new { id, state = "active" });
            }

            try
            {
                await scene.AsAsync(who, action, Request(scene, action, variant, target, dataset));
                admitted.Add(who);
            }
            catch (NotAuthorizedException)
            {
                // exactly what is asked for
            }
        }

        Assert.Equal(allowed, string.Join(' ', admitted));
    }

    private static JsonObject Request(Scene scene, string action, string variant, string target, string dataset)
    {
        var id = action.StartsWith("organization", StringComparison.Ordinal) ? scene.Organization : scene.Group;
        return (action, variant) switch
        {
            (_, "users") when action.EndsWith("_show", StringComparison.Ordinal) => new() { ["id"] = id, ["include_users"] = true },
            ("organization_list", "users") => new() { ["all_fields"] = true, ["include_users"] = true, ["organizations"] = id },
            ("organization_list" or "group_list" or "group_list_authz" or "member_roles_list", _) => [],
            ("organization_autocomplete" or "group_autocomplete", _) => new() { ["q"] = "a" },
            ("organization_list_for_user", "other") => new() { ["id"] = target },
            ("organization_list_for_user", _) => [],
            ("organization_create" or "group_create", _) => new() { ["name"] = "baru-" + Guid.NewGuid().ToString("N") },
            ("organization_patch" or "organization_update" or "group_patch" or "group_update", _) => new() { ["id"] = id, ["title"] = "Baru" },
            ("organization_member_create" or "group_member_create", _) => new() { ["id"] = id, ["username"] = target, ["role"] = "member" },
            ("organization_member_delete" or "group_member_delete", _) => new() { ["id"] = id, ["username"] = target },
            ("member_list", "users") => new() { ["id"] = id, ["object_type"] = "user" },
            ("member_create" or "member_delete", _) => new()
            {
                ["id"] = id, ["object"] = variant == "users" ? target : dataset, ["object_type"] = variant == "users" ? "user" : "package",
                ["capacity"] = variant == "users" ? "member" : "public",
            },
            ("package_collaborator_list_for_user", _) => new() { ["id"] = target },
            ("package_collaborator_create" or "package_collaborator_delete", _) => new() { ["id"] = dataset, ["user_id"] = target, ["capacity"] = "member" },
            ("package_collaborator_list", _) => new() { ["id"] = dataset },
            _ when action.StartsWith("bulk", StringComparison.Ordinal) => new() { ["org_id"] = scene.Organization, ["datasets"] = new JsonArray(dataset) },
            _ => new() { ["id"] = id },
        };
    }
}
