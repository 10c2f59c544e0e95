using System.Globalization;
using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Settings;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Activities;

public sealed class ActivitiesOnSqlite(SqliteFixture fixture) : ActivityBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class ActivitiesOnPostgreSql(PostgreSqlFixture fixture) : ActivityBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class ActivityBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    [Fact]
    public async Task Should_tell_what_was_done_to_a_dataset_newest_first()
    {
        var editor = await EditorAsync("kegiatan");
        await Host.CallAsync("package_create", new { name = "data-kegiatan", owner_org = "opd-kegiatan" }, editor);
        await Host.CallAsync("package_patch", new { id = "data-kegiatan", title = "Judul Baru" }, editor);

        var list = (await Host.AsAnonymousAsync("package_activity_list", new { id = "data-kegiatan" }))!.AsArray();

        Assert.Equal(["changed package", "new package"], Types(list));
        var newest = list[0]!.AsObject();
        Assert.Equal(["id", "timestamp", "user_id", "object_id", "activity_type", "data", "permission_labels"], newest.Select(p => p.Key));
        Assert.Equal("Judul Baru", (string)newest["data"]!["package"]!["title"]!);
        Assert.Equal(editor.Name, (string)newest["data"]!["actor"]!);
        Assert.Equal(editor.UserId, (string)newest["user_id"]!);
    }

    [Fact]
    public async Task Should_page_and_choose_by_type_and_time()
    {
        var editor = await EditorAsync("halaman");
        await Host.CallAsync("package_create", new { name = "data-halaman", owner_org = "opd-halaman" }, editor);
        for (var i = 0; i < 3; i++)
        {
            await Host.CallAsync("package_patch", new { id = "data-halaman", title = "Judul " + i }, editor);
        }

        var second = (await Host.AsAnonymousAsync("package_activity_list", new { id = "data-halaman", limit = 1, offset = 1 }))!.AsArray();
        var made = (await Host.AsAnonymousAsync("package_activity_list", new { id = "data-halaman", activity_types = new[] { "new package" } }))!.AsArray();
        var changed = (await Host.AsAnonymousAsync("package_activity_list", new { id = "data-halaman", exclude_activity_types = new[] { "new package" } }))!.AsArray();
        var time = DateTime.Parse((string)made[0]!["timestamp"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        var later = (await Host.AsAnonymousAsync(
            "package_activity_list", new { id = "data-halaman", after = (time - DateTime.UnixEpoch).TotalSeconds + 0.00001 }))!.AsArray();

        Assert.Equal("Judul 1", (string)Assert.Single(second)!["data"]!["package"]!["title"]!);
        Assert.Equal(["new package"], Types(made));
        Assert.Equal(3, changed.Count);
        Assert.Equal(3, later.Count);
        var both = await Assert.ThrowsAsync<InvalidException>(() => Host.AsAnonymousAsync(
            "package_activity_list", new { id = "data-halaman", activity_types = new[] { "a" }, exclude_activity_types = new[] { "b" } }));
        Assert.True(both.Errors.ContainsKey("activity_types"));
        var wrong = await Assert.ThrowsAsync<InvalidException>(() => Host.AsAnonymousAsync("package_activity_list", new { id = "data-halaman", before = "kemarin" }));
        Assert.Equal("""{"before":["Must be a float timestamp"]}""", wrong.Errors.ToJsonString());
    }

    [Fact]
    public async Task Should_not_tell_outsiders_of_private_datasets()
    {
        var editor = await EditorAsync("tersembunyi");
        await Host.CallAsync("package_create", new { name = "data-tersembunyi", owner_org = "opd-tersembunyi", @private = true }, editor);

        Assert.DoesNotContain("data-tersembunyi", await TextAsync("recently_changed_packages_activity_list", null, Caller.Anonymous), StringComparison.Ordinal);
        Assert.DoesNotContain("data-tersembunyi", await TextAsync("organization_activity_list", new { id = "opd-tersembunyi" }, Caller.Anonymous), StringComparison.Ordinal);
        var stranger = await Host.UserAsync("orang-luar");
        Assert.DoesNotContain("data-tersembunyi", await TextAsync("user_activity_list", new { id = editor.Name }, stranger), StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.CallAsync("package_activity_list", new { id = "data-tersembunyi" }, stranger));

        Assert.Contains("data-tersembunyi", await TextAsync("organization_activity_list", new { id = "opd-tersembunyi" }, editor), StringComparison.Ordinal);
        Assert.Contains("data-tersembunyi", await TextAsync("recently_changed_packages_activity_list", null, editor), StringComparison.Ordinal);
        Assert.Contains("data-tersembunyi", await TextAsync("user_activity_list", new { id = editor.Name }, editor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_leave_out_what_the_server_did_itself_unless_a_sysadmin_asks()
    {
        await Host.AsSysadminAsync("organization_create", new { name = "opd-server" });

        Assert.Empty((await Host.AsAnonymousAsync("organization_activity_list", new { id = "opd-server" }))!.AsArray());
        Assert.Empty((await Host.AsAnonymousAsync("organization_activity_list", new { id = "opd-server", include_hidden_activity = true }))!.AsArray());
        Assert.Equal(
            ["new organization"],
            Types((await Host.AsSysadminAsync("organization_activity_list", new { id = "opd-server", include_hidden_activity = true }))!.AsArray()));
        await Assert.ThrowsAsync<NotFoundException>(() => Host.AsAnonymousAsync("group_activity_list", new { id = "opd-server" }));
    }

    [Fact]
    public async Task Should_write_nothing_while_streams_are_off()
    {
        var editor = await EditorAsync("diam");
        var settings = Host.Get<CkanSettings>();
        settings.SetForTesting(new Dictionary<string, string> { ["ckan.activity_streams_enabled"] = "false" });
        try
        {
            await Host.CallAsync("package_create", new { name = "data-diam", owner_org = "opd-diam" }, editor);
        }
        finally
        {
            settings.SetForTesting(new Dictionary<string, string>());
        }

        Assert.Empty((await Host.AsAnonymousAsync("package_activity_list", new { id = "data-diam" }))!.AsArray());
    }

    private static IEnumerable<string> Types(JsonArray list) => list.Select(a => (string)a!["activity_type"]!);

    private async Task<string> TextAsync(string action, object? data, Caller caller) => (await Host.CallAsync(action, data, caller))!.ToJsonString();

    private async Task<Caller> EditorAsync(string name)
    {
        await Host.UserAsync("editor-" + name);
        await Host.AsSysadminAsync("organization_create", new { name = "opd-" + name });
        await Host.AsSysadminAsync("organization_member_create", new { id = "opd-" + name, username = "editor-" + name, role = "editor" });
        return await Host.UserAsync("editor-" + name);
    }
}
