using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Groups;

public sealed class GroupsOnSqlite(SqliteFixture fixture) : GroupBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class GroupsOnPostgreSql(PostgreSqlFixture fixture) : GroupBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

/// <summary>What organizations and groups have in common, asked of both.</summary>
public abstract class GroupBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    public static TheoryData<string> Kinds => ["organization", "group"];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Should_show_what_was_created(string kind)
    {
        var name = Name();
        var made = await Host.AsSysadminAsync($"{kind}_create", new
        {
            name, title = "Dinas Satu", description = "**Tebal**", image_url = "http://example.test/a.png", extras = new[] { new { key = "kode", value = "1.02" } },
        });

        Assert.Equal(
            $$"""
            {"approval_status":"approved","created":"{{made!["created"]}}","description":"**Tebal**","display_name":"Dinas Satu","id":"{{made["id"]}}","image_display_url":"http://example.test/a.png","image_url":"http://example.test/a.png","is_organization":{{(kind == "organization" ? "true" : "false")}},"name":"{{name}}","state":"active","title":"Dinas Satu","type":"{{kind}}","package_count":0,"num_followers":0,"extras":[{"key":"kode","value":"1.02"}],"groups":[]}
            """,
            Json(made));
        Assert.Equal(Json(made), Json(await Host.AsAnonymousAsync($"{kind}_show", new { id = name })));
        Assert.Equal(Json(made), Json(await Host.AsAnonymousAsync($"{kind}_show", new { id = (string)made["id"]! })));
    }

    [Theory]
    [InlineData("{}", """{"name":["Missing value"]}""")]
    [InlineData("""{"name":""}""", """{"name":["Missing value"]}""")]
    [InlineData("""{"name":"a"}""", """{"name":["Must be at least 2 characters long"]}""")]
    [InlineData("""{"name":"Huruf Besar"}""", """{"name":["Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_"]}""")]
    [InlineData("""{"name":"akhir\n"}""", """{"name":["Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_"]}""")]
    [InlineData("""{"name":"edit"}""", """{"name":["That name cannot be used"]}""")]
    [InlineData("""{"name":"fine-name","id":"a b"}""", """{"id":["Invalid id provided"]}""")]
    [InlineData("""{"name":"fine-name","extras":[{"key":"a","value":"1"},{"value":"2"},{"key":"b"}]}""", """{"extras":[{},{"key":["Missing value"]},{"value":["Missing value"]}]}""")]
    [InlineData("""{"name":"fine-name","users":[{"name":"siapa-itu"}]}""", """{"users":[{"name":["User not found"]}]}""")]
    [InlineData("""{"name":"fine-name","users":[{"capacity":"raja","name":"siapa-itu"}]}""", """{"users":[{"capacity":["role does not exist."],"name":["User not found"]}]}""")]
    [InlineData("""{"name":"fine-name","groups":[{"name":"tidak-ada"}]}""", """{"groups":[{"name":["Group was not found."]}]}""")]
    [InlineData("""{"name":"fine-name","groups":[{}]}""", """{"groups":[{"name":["Missing value"]}]}""")]
    [InlineData("""{"name":"a","title":"x\u0000y","extras":[{}]}""", """{"name":["Must be at least 2 characters long"],"title":["Null characters are not allowed"],"extras":[{"key":["Missing value"],"value":["Missing value"]}]}""")]
    public async Task Should_tell_all_that_is_wrong_with_a_new_one(string input, string errors)
    {
        foreach (var kind in new[] { "organization", "group" })
        {
            Assert.Equal(
                Json(JsonNode.Parse(errors)),
                Json(JsonNode.Parse(await Scene.ErrorsAsync(() => Host.AsSysadminAsync($"{kind}_create", JsonNode.Parse(input)!.AsObject())))));
        }
    }

    [Fact]
    public async Task Should_refuse_names_longer_than_100_characters()
    {
        Assert.Equal(
            """{"name":["Name must be a maximum of 100 characters long"]}""",
            await Scene.ErrorsAsync(() => Host.AsSysadminAsync("group_create", new { name = new string('x', 101) })));
        var name = Name();
        await Host.AsSysadminAsync("group_create", new { name });
        Assert.Equal(
            """{"name":["Name must be a maximum of 100 characters long"]}""",
            await Scene.ErrorsAsync(() => Host.AsSysadminAsync("group_patch", new { id = name, name = new string('x', 101) })));
    }

    [Theory, InlineData("extras"), InlineData("users"), InlineData("groups"), InlineData("packages")]
    public async Task Should_refuse_texts_where_lists_of_objects_belong(string key)
    {
        var error = await Assert.ThrowsAsync<IntegrityException>(() => Host.AsSysadminAsync("group_create", new JsonObject { ["name"] = Name(), [key] = "teks" }));

        Assert.Equal($"Only lists of dicts can be placed against subschema ('{key}',), not <class 'str'>", error.Message);
    }

    [Fact]
    public async Task Should_keep_names_and_ids_unique_among_organizations_and_groups_also_deleted_ones()
    {
        var name = Name();
        var id = (string)(await Host.AsSysadminAsync("organization_create", new { name }))!["id"]!;
        await Host.AsSysadminAsync("organization_delete", new { id });

        Assert.Equal(
            """{"name":["Group name already exists in database"]}""", await Scene.ErrorsAsync(() => Host.AsSysadminAsync("group_create", new { name })));
        Assert.Equal("""{"id":["Id already exists"]}""", await Scene.ErrorsAsync(() => Host.AsSysadminAsync("group_create", new { name = Name(), id })));
        var other = Name();
        await Host.AsSysadminAsync("group_create", new { name = other });
        Assert.Equal(
            """{"name":["Group name already exists in database"]}""",
            await Scene.ErrorsAsync(() => Host.AsSysadminAsync("group_patch", new { id = other, name })));
    }

    [Fact]
    public async Task Should_take_ids_and_states_from_sysadmins_only()
    {
        var id = Guid.NewGuid().ToString();
        var made = await Host.AsSysadminAsync("group_create", new { name = Name(), id = id.ToUpperInvariant(), state = "deleted" });

        Assert.Equal(id, (string)made!["id"]!);
        Assert.Equal("deleted", (string)made["state"]!);
        Assert.Equal(
            """{"id":["The input field id was not expected."]}""",
            await Scene.ErrorsAsync(() => Host.AsUserAsync("orang-biasa", "group_create", new { name = Name(), id = Guid.NewGuid().ToString() })));
        var theirs = await Host.AsUserAsync("orang-biasa", "group_create", new { name = Name(), state = "deleted" });
        Assert.Equal("active", (string)theirs!["state"]!);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Should_keep_what_an_update_leaves_out_but_the_extras(string kind)
    {
        var scene = await Scene.SetAsync(Host);
        var id = kind == "group" ? scene.Group : scene.Organization;
        await Host.AsSysadminAsync($"{kind}_patch", new
        {
            id, description = "Lama", image_url = "http://example.test/a.png", extras = new[] { new { key = "k", value = "1" } },
        });

        var patched = await Host.AsSysadminAsync($"{kind}_patch", new { id, title = "Satu" });
        var updated = await Host.AsUserAsync(scene.User("admin"), $"{kind}_update", new { id, title = "Dua" });

        Assert.Equal("""[{"key":"k","value":"1"}]""", Json(patched!["extras"]));
        Assert.Equal("[]", Json(updated!["extras"]));
        Assert.Equal("Dua", (string)updated["title"]!);
        Assert.Equal("Lama", (string)updated["description"]!);
        Assert.Equal("http://example.test/a.png", (string)updated["image_url"]!);
        Assert.Equal("induk-" + id, (string)updated["groups"]![0]!["name"]!);
        Assert.Equal(4, updated["users"]!.AsArray().Count);
        Assert.Equal("[]", Json(updated["packages"]));
        Assert.Null(updated["num_followers"]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Should_not_change_types_or_mix_the_kinds(string kind)
    {
        var other = kind == "group" ? "organization" : "group";
        var name = Name();
        await Host.AsSysadminAsync($"{kind}_create", new { name });

        Assert.Equal(
            """{"type":"Type cannot be updated"}""", await Scene.ErrorsAsync(() => Host.AsSysadminAsync($"{kind}_update", new { id = name, type = "lain" })));
        foreach (var action in new[] { "show", "update", "patch", "delete", "purge" })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => Host.AsSysadminAsync($"{other}_{action}", new { id = name }));
        }

        Assert.Equal(
            """{"id":["That group name or ID does not exist."]}""",
            await Scene.ErrorsAsync(async () => await Host.AsSysadminAsync(
                $"{other}_member_create", new { id = name, username = (await Host.UserAsync("orang-biasa")).Name, role = "member" })));
    }

    [Fact]
    public async Task Should_not_make_organizations_as_groups() => Assert.Equal(
        """{"type":["Organizations are made by organization_create"]}""",
        await Scene.ErrorsAsync(() => Host.AsSysadminAsync("group_create", new { name = Name(), type = "organization" })));

    [Fact]
    public async Task Should_refuse_parents_that_would_make_a_loop()
    {
        var names = new[] { Name(), Name(), Name() };
        string? parent = null;
        foreach (var name in names)
        {
            await Host.AsSysadminAsync("organization_create", new { name, groups = parent is null ? [] : new[] { new { name = parent } } });
            parent = name;
        }

        const string loop = """{"groups":[{"name":["This parent would create a loop in the hierarchy"]}]}""";
        Assert.Equal(loop, await Scene.ErrorsAsync(() => Host.AsSysadminAsync("organization_patch", new { id = names[0], groups = new[] { new { name = names[2] } } })));
        Assert.Equal(loop, await Scene.ErrorsAsync(() => Host.AsSysadminAsync("organization_patch", new { id = names[0], groups = new[] { new { name = names[0] } } })));
        Assert.Equal(
            """{"object":["This parent would create a loop in the hierarchy"]}""",
            await Scene.ErrorsAsync(() => Host.AsSysadminAsync("member_create", new { id = names[0], @object = names[1], object_type = "group", capacity = "public" })));
        await Host.AsSysadminAsync("organization_patch", new { id = names[2], groups = new[] { new { name = names[0], capacity = "anak" } } });
        Assert.Equal(
            $$"""[{"capacity":"anak","name":"{{names[0]}}"}]""", Json((await Host.AsAnonymousAsync("organization_show", new { id = names[2] }))!["groups"]));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Should_let_a_parents_admin_rule_the_children_until_they_part(string kind)
    {
        var scene = await Scene.SetAsync(Host);
        var id = kind == "group" ? scene.Group : scene.Organization;

        await scene.AsAsync("parentadmin", $"{kind}_patch", new { id, title = "Dari atas" });
        await scene.AsAsync("admin", $"{kind}_patch", new { id, groups = Array.Empty<object>() });

        await Assert.ThrowsAsync<NotAuthorizedException>(() => scene.AsAsync("parentadmin", $"{kind}_patch", new { id, title = "Lagi" }));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Should_say_in_CKANs_words_who_may_not(string kind)
    {
        var scene = await Scene.SetAsync(Host);
        var (name, id) = kind == "group" ? (scene.Group, scene.GroupId) : (scene.Organization, scene.OrganizationId);
        var editor = scene.User("editor");

        await RefusedAsync($"User {editor} not authorized to edit {kind} {id}", "editor", "update", new { id = name });
        await RefusedAsync($"User  not authorized to edit {kind} {id}", "anonymous", "patch", new { id = name });
        await RefusedAsync($"User {editor} not authorized to delete {kind} {id}", "editor", "delete", new { id = name });
        await RefusedAsync(null, "admin", "purge", new { id = name });
        await RefusedAsync($"User {editor} not authorized to add members", "editor", "member_create", new { id = name, username = editor, role = "admin" });
        await RefusedAsync($"User {editor} not authorized to delete {kind} {id} members", "editor", "member_delete", new { id = name, username = editor });
        await RefusedAsync($"User None not authorized to create {kind}s", "anonymous", "create", new { name = Name() });
        await scene.AsAsync("sysadmin", $"{kind}_patch", new { id = name, state = "deleted" });
        await RefusedAsync($"User  not authorized to read group {id}", "anonymous", "show", new { id = name });

        async Task RefusedAsync(string? detail, string who, string action, object request) =>
            Assert.Equal(detail, (await Assert.ThrowsAsync<NotAuthorizedException>(() => scene.AsAsync(who, $"{kind}_{action}", request))).Detail);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Should_not_find_what_is_not_there(string kind)
    {
        await MissingAsync(null, "show", new { id = "tidak-ada" });
        await MissingAsync("Group was not found.", "update", new { id = "tidak-ada" });
        await MissingAsync(null, "patch", new { id = "tidak-ada" });
        await MissingAsync("Group was not found.", "delete", new { id = "tidak-ada" });
        await MissingAsync(kind == "group" ? "Group was not found" : "Organization was not found", "purge", new { id = "tidak-ada" });
        foreach (var action in new[] { "show", "update", "patch", "delete", "purge" })
        {
            Assert.Equal("""{"id":["Missing value"]}""", await Scene.ErrorsAsync(() => Host.AsSysadminAsync($"{kind}_{action}")));
        }

        async Task MissingAsync(string? detail, string action, object request) =>
            Assert.Equal(detail, (await Assert.ThrowsAsync<NotFoundException>(() => Host.AsSysadminAsync($"{kind}_{action}", request))).Detail);
    }

    [Fact]
    public async Task Should_refuse_flags_that_are_none()
    {
        var name = Name();
        await Host.AsSysadminAsync("organization_create", new { name });

        Assert.Equal(
            """{"message":"Parameter is not an bool"}""",
            await Scene.ErrorsAsync(() => Host.AsAnonymousAsync("organization_show", new { id = name, include_extras = "mungkin" })));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Should_purge_without_a_trace(string kind)
    {
        var scene = await Scene.SetAsync(Host);
        var (name, id) = kind == "group" ? (scene.Group, scene.GroupId) : (scene.Organization, scene.OrganizationId);
        var child = Name();
        await Host.AsSysadminAsync($"{kind}_create", new { name = child, groups = new[] { new { name } } });

        await Host.AsSysadminAsync($"{kind}_purge", new { id = name });

        await using var context = fixture.Database.Open();
        Assert.False(await context.Groups.AnyAsync(g => g.Id == id));
        Assert.False(await context.Members.AnyAsync(m => m.GroupId == id || m.TableId == id));
        Assert.Equal("[]", Json((await Host.AsSysadminAsync($"{kind}_show", new { id = child }))!["groups"]));
        await Host.AsSysadminAsync($"{kind}_create", new { name });
    }

    [Fact]
    public async Task Should_take_pictures_and_nothing_else()
    {
        var name = Name();
        var hash = new string('a', 64);
        await Host.AsSysadminAsync("organization_create", new { name });
        var caller = await Host.UserAsync("pengunggah-" + name);
        await Host.AsSysadminAsync("organization_member_create", new { id = name, username = caller.Name, role = "admin" });
        caller = await Host.UserAsync(caller.Name);

        var patched = await SendAsync(new UploadedFile("../../logo.svg.exe", "text/html", new Storage.StoredFile(hash, 1000, "image/png", "PNG")));
        Assert.Equal(hash + ".png", (string)patched["image_url"]!);
        Assert.Equal($"http://localhost:5000/uploads/group/{hash}.png", (string)patched["image_display_url"]!);

        Assert.Equal(
            """{"image_upload":["Unsupported upload type: text/html"]}""",
            await Scene.ErrorsAsync(() => SendAsync(new UploadedFile("a.png", "image/png", new Storage.StoredFile(hash, 10, "text/html", "HTML")))));
        Assert.Equal(
            """{"image_upload":["File upload too large"]}""",
            await Scene.ErrorsAsync(() => SendAsync(new UploadedFile("a.png", "image/png", new Storage.StoredFile(hash, 2_000_001, "image/png", "PNG")))));
        Assert.Equal("""{"image_upload":["File upload too large"]}""", await Scene.ErrorsAsync(() => SendAsync(new UploadedFile("a.png", "image/png", null, TooLarge: true))));

        // Sending back what was shown changes nothing; naming somebody else's stored file is refused
        await Host.CallAsync("organization_patch", new { id = name, image_url = hash + ".png" }, caller);
        Assert.Equal(
            """{"image_url":["Send the picture itself as image_upload"]}""",
            await Scene.ErrorsAsync(() => Host.CallAsync("organization_patch", new { id = name, image_url = new string('b', 64) + ".png" }, caller)));
        Assert.Equal("", (string)(await Host.CallAsync("organization_patch", new { id = name, clear_upload = true }, caller))!["image_url"]!);

        async Task<JsonNode> SendAsync(UploadedFile file) => JsonNode.Parse((await Host.Get<IActionRunner>().RunAsync(
            "organization_patch",
            new ActionInput(new JsonObject { ["id"] = name }, new Dictionary<string, UploadedFile> { ["image_upload"] = file }),
            caller,
            CancellationToken.None)).Span)!;
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Should_note_who_did_what(string kind)
    {
        var name = Name();
        var id = (string)(await Host.AsSysadminAsync($"{kind}_create", new { name }))!["id"]!;
        await Host.AsSysadminAsync($"{kind}_patch", new { id, title = "Baru" });
        await Host.AsSysadminAsync($"{kind}_delete", new { id });

        await using var context = fixture.Database.Open();
        Assert.Equal(
            [$"new {kind}", $"changed {kind}", $"deleted {kind}"],
            await context.Activities.Where(a => a.ObjectId == id).OrderBy(a => a.Timestamp).Select(a => a.ActivityType).ToListAsync());
    }

    [Fact]
    public async Task Should_let_one_of_many_have_a_name()
    {
        var name = Name();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await Host.AsSysadminAsync("organization_create", new { name });
                return "made";
            }
            catch (InvalidException error)
            {
                return error.Errors.ToJsonString();
            }
        }));

        Assert.Single(results, "made");
        Assert.Equal(7, results.Count(r => r == """{"name":["Group name already exists in database"]}"""));
    }

    private static string Name() => "nama-" + Guid.NewGuid().ToString("N");

    private static string Json(JsonNode? node) => node!.ToJsonString(CatalogJson.Options);
}
