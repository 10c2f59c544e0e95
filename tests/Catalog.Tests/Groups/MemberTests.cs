using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Groups;

public sealed class MembersOnSqlite(SqliteFixture fixture) : MemberBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class MembersOnPostgreSql(PostgreSqlFixture fixture) : MemberBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class MemberBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    [Theory, InlineData("organization"), InlineData("group")]
    public async Task Should_give_change_and_take_roles(string kind)
    {
        var scene = await Scene.SetAsync(Host);
        var (name, id) = kind == "group" ? (scene.Group, scene.GroupId) : (scene.Organization, scene.OrganizationId);
        var outsider = await scene.IdOfAsync("outsider");

        var made = await scene.AsAsync("admin", $"{kind}_member_create", new { id = name, username = scene.User("outsider"), role = "member" });
        var changed = await scene.AsAsync("admin", "member_create", new { id = name, @object = outsider, object_type = "user", capacity = "editor" });
        var taken = await scene.AsAsync("admin", $"{kind}_member_delete", new { id = name, user_id = outsider });
        var again = await scene.AsAsync("admin", $"{kind}_member_create", new { id = name, username = outsider, role = "editor" });

        Assert.Equal(
            $$"""{"id":"{{made!["id"]}}","table_name":"user","table_id":"{{outsider}}","capacity":"member","group_id":"{{id}}","state":"active"}""", Json(made));
        Assert.Equal("editor", (string)changed!["capacity"]!);
        Assert.Null(taken);
        Assert.Equal(Json(changed), Json(again));
    }

    [Fact]
    public async Task Should_give_rights_at_once_and_end_them_at_once()
    {
        var scene = await Scene.SetAsync(Host);
        await scene.DatasetAsync("rahasia", hidden: true);
        var request = new { id = "rahasia-" + scene.Tag };
        await Assert.ThrowsAsync<NotAuthorizedException>(() => scene.AsAsync("outsider", "package_show", request));

        await scene.AsAsync("admin", "organization_member_create", new { id = scene.Organization, username = scene.User("outsider"), role = "member" });
        await scene.AsAsync("outsider", "package_show", request);
        await scene.AsAsync("admin", "organization_member_delete", new { id = scene.Organization, username = scene.User("outsider") });

        await Assert.ThrowsAsync<NotAuthorizedException>(() => scene.AsAsync("outsider", "package_show", request));
    }

    [Fact]
    public async Task Should_tell_all_that_is_wrong_with_a_role()
    {
        var scene = await Scene.SetAsync(Host);

        Assert.Equal(
            """{"id":["Missing value"],"username":["Missing value"],"role":["Missing value"]}""",
            await Scene.ErrorsAsync(() => scene.AsAsync("sysadmin", "organization_member_create")));
        Assert.Equal(
            """{"id":["That group name or ID does not exist."],"username":["User not found"],"role":["role does not exist."]}""",
            await Scene.ErrorsAsync(() => scene.AsAsync("sysadmin", "organization_member_create", new { id = "tidak-ada", username = "siapa-itu", role = "raja" })));
        Assert.Equal(
            """{"object":["Missing value"],"object_type":["Missing value"],"capacity":["Missing value"]}""",
            await Scene.ErrorsAsync(() => scene.AsAsync("sysadmin", "member_create", new { id = scene.Group })));
        Assert.Equal(
            """{"message":"hewan isn't a valid model"}""",
            await Scene.ErrorsAsync(() => scene.AsAsync("sysadmin", "member_create", new { id = scene.Group, @object = "x", object_type = "hewan", capacity = "x" })));
        Assert.Equal(
            """{"capacity":["role does not exist."]}""",
            await Scene.ErrorsAsync(() => scene.AsAsync(
                "sysadmin", "member_create", new { id = scene.Group, @object = scene.User("outsider"), object_type = "user", capacity = "raja" })));
        Assert.Equal("User was not found.", (await Assert.ThrowsAsync<NotFoundException>(
            () => scene.AsAsync("sysadmin", "organization_member_delete", new { id = scene.Organization }))).Detail);
        Assert.Equal("User was not found.", (await Assert.ThrowsAsync<NotFoundException>(
            () => scene.AsAsync("sysadmin", "organization_member_delete", new { id = scene.Organization, username = "siapa-itu" }))).Detail);
    }

    [Fact]
    public async Task Should_not_let_an_admin_give_the_own_role_away()
    {
        var scene = await Scene.SetAsync(Host);

        var error = await Assert.ThrowsAsync<NotAuthorizedException>(() => scene.AsAsync(
            "admin", "organization_member_create", new { id = scene.Organization, username = scene.User("admin"), role = "member" }));

        Assert.Equal("Administrators cannot revoke their own admin status", error.Detail);
    }

    [Fact]
    public async Task Should_list_members_with_roles_as_people_read_them()
    {
        var scene = await Scene.SetAsync(Host);
        var dataset = await scene.DatasetAsync("terbuka");
        await scene.DatasetAsync("rahasia", hidden: true);
        var admin = await scene.IdOfAsync("admin");
        var parent = (string)(await scene.AsAsync("anonymous", "organization_show", new { id = "induk-" + scene.Organization }))!["id"]!;

        var users = await scene.AsAsync("member", "member_list", new { id = scene.Organization, object_type = "user", capacity = "admin" });
        var everything = await scene.AsAsync("anonymous", "member_list", new { id = scene.Organization });

        Assert.Contains($"[\"{admin}\",\"user\",\"Admin\"]", Json(users), StringComparison.Ordinal);
        Assert.Equal(2, users!.AsArray().Count);
        Assert.Equal($"""[["{dataset}","package","organization"],["{parent}","group","public"]]""", Json(everything));
        Assert.Equal(
            2, (await scene.AsAsync("member", "member_list", new { id = scene.Organization, object_type = "package" }))!.AsArray().Count);
    }

    [Theory]
    [InlineData("organization", """[{"text":"Admin","value":"admin"},{"text":"Editor","value":"editor"},{"text":"Member","value":"member"}]""")]
    [InlineData("group", """[{"text":"Admin","value":"admin"},{"text":"Member","value":"member"}]""")]
    public async Task Should_list_the_roles_of_a_kind(string kind, string roles) =>
        Assert.Equal(roles, Json(await Host.AsAnonymousAsync("member_roles_list", new { group_type = kind })));

    [Fact]
    public async Task Should_put_datasets_into_groups_and_take_them_out_again()
    {
        var scene = await Scene.SetAsync(Host);
        var dataset = await scene.DatasetAsync("padi");
        var request = new { id = scene.Group, @object = dataset, object_type = "package", capacity = "public" };

        var made = await scene.AsAsync("member", "member_create", request);
        Assert.Equal("package", (string)made!["table_name"]!);
        Assert.Equal(scene.Group, (string)(await ShowAsync())["groups"]![0]!["name"]!);
        Assert.Equal(1, (int)(await scene.AsAsync("anonymous", "group_show", new { id = scene.Group }))!["package_count"]!);
        Assert.Equal(dataset, (string)(await scene.AsAsync("anonymous", "group_package_show", new { id = scene.Group }))![0]!["id"]!);

        await scene.AsAsync("member", "member_delete", request);
        Assert.Empty((await ShowAsync())["groups"]!.AsArray());
        Assert.Empty((await scene.AsAsync("anonymous", "group_package_show", new { id = scene.Group }))!.AsArray());

        async Task<JsonNode> ShowAsync() => (await scene.AsAsync("anonymous", "package_show", new { id = dataset }))!;
    }

    [Fact]
    public async Task Should_not_let_members_put_datasets_into_a_group_that_they_cannot_see()
    {
        var scene = await Scene.SetAsync(Host);
        var hidden = await scene.DatasetAsync("rahasia", hidden: true);
        await Host.UserAsync(scene.User("lain"));
        await scene.AsAsync("admin", "group_member_create", new { id = scene.Group, username = scene.User("lain"), role = "member" });

        await Assert.ThrowsAsync<NotAuthorizedException>(
            () => scene.AsAsync("lain", "member_create", new { id = scene.Group, @object = hidden, object_type = "package", capacity = "public" }));
        Assert.Equal(
            """{"packages":[{"id":["Dataset not found"]}]}""",
            await Scene.ErrorsAsync(async () =>
            {
                await scene.AsAsync("lain", "group_create", new { name = "intip-" + scene.Tag, packages = new[] { new { name = "rahasia-" + scene.Tag } } });
            }));
    }

    [Fact]
    public async Task Should_replace_members_by_the_list_of_an_update()
    {
        var scene = await Scene.SetAsync(Host);
        var dataset = await scene.DatasetAsync("padi");

        var updated = await scene.AsAsync("admin", "group_update", new
        {
            id = scene.Group,
            users = new[] { new { name = scene.User("admin"), capacity = "admin" }, new { name = scene.User("outsider"), capacity = "editor" } },
            packages = new[] { new { name = "padi-" + scene.Tag } },
        });

        Assert.Equal(
            [(scene.User("admin"), "admin"), (scene.User("outsider"), "editor")],
            updated!["users"]!.AsArray().Select(u => ((string)u!["name"]!, (string)u["capacity"]!)));
        Assert.Equal(dataset, (string)updated["packages"]![0]!["id"]!);
        Assert.Equal(scene.Group, (string)updated["packages"]![0]!["groups"]![0]!["name"]!);
        var emptied = await scene.AsAsync("admin", "group_update", new { id = scene.Group, packages = Array.Empty<object>() });
        Assert.Empty(emptied!["packages"]!.AsArray());
        Assert.Empty((await scene.AsAsync("anonymous", "package_show", new { id = dataset }))!["groups"]!.AsArray());
    }

    [Fact]
    public async Task Should_list_the_organizations_in_which_a_user_may_do_something()
    {
        var scene = await Scene.SetAsync(Host);

        Assert.Equal("[]", Json(await scene.AsAsync("anonymous", "organization_list_for_user")));
        Assert.Equal("[]", Json(await scene.AsAsync("member", "organization_list_for_user", new { permission = "create_dataset" })));
        var mine = await scene.AsAsync("editor", "organization_list_for_user", new { permission = "create_dataset" });
        Assert.Equal(
            ["approval_status", "capacity", "created", "description", "display_name", "id", "image_display_url", "image_url", "is_organization", "name", "state", "title", "type"],
            Assert.Single(mine!.AsArray())!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
        var ruled = await scene.AsAsync("parentadmin", "organization_list_for_user", new { permission = "admin", include_dataset_count = true, include_member_count = true });
        Assert.Equal(
            [("induk-" + scene.Organization, "admin", 2), (scene.Organization, "admin", 4)],
            ruled!.AsArray().Select(o => ((string)o!["name"]!, (string)o["capacity"]!, (int)o["member_count"]!)));
        var asked = await scene.AsAsync("sysadmin", "organization_list_for_user", new { id = scene.User("member") });
        Assert.Equal("member", (string)Assert.Single(asked!.AsArray())!["capacity"]!);
        await Assert.ThrowsAsync<NotFoundException>(() => scene.AsAsync("sysadmin", "organization_list_for_user", new { id = "siapa-itu" }));
        var all = await scene.AsAsync("sysadmin", "organization_list_for_user");
        Assert.All(all!.AsArray(), o => Assert.Equal("admin", (string)o!["capacity"]!));
        Assert.Contains(all!.AsArray(), o => (string)o!["name"]! == scene.Organization);
    }

    [Fact]
    public async Task Should_list_the_groups_that_take_the_callers_datasets()
    {
        var scene = await Scene.SetAsync(Host);

        Assert.Equal("[]", Json(await scene.AsAsync("outsider", "group_list_authz")));
        Assert.Equal(scene.Group, (string)Assert.Single((await scene.AsAsync("member", "group_list_authz"))!.AsArray())!["name"]!);
        Assert.Contains((await scene.AsAsync("sysadmin", "group_list_authz"))!.AsArray(), g => (string)g!["name"]! == scene.Group);
    }

    private static string Json(JsonNode? node) => node!.ToJsonString(CatalogJson.Options);
}
