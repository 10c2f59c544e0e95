using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Groups;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Groups;

public sealed class GroupListsOnSqlite(SqliteFixture fixture) : GroupListBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class GroupListsOnPostgreSql(PostgreSqlFixture fixture) : GroupListBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class GroupListBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    [Theory]
    [InlineData("", "c a b")]
    [InlineData("name", "a b c")]
    [InlineData("name desc", "c b a")]
    [InlineData("title asc", "c a b")]
    [InlineData("title desc", "b a c")]
    [InlineData("package_count", "b a")]
    [InlineData("package_count asc", "a b")]
    [InlineData("packages", "b a")]
    public async Task Should_sort_as_asked(string sort, string order)
    {
        foreach (var kind in new[] { "organization", "group" })
        {
            var tag = await ThreeAsync(kind);

            var list = await Host.AsAnonymousAsync($"{kind}_list", new { sort, q = tag });

            Assert.Equal(order.Split(' ').Select(letter => $"{letter}-{tag}"), list!.AsArray().Select(name => (string)name!));
        }
    }

    [Theory]
    [InlineData("nonsense", "Cannot sort by field `nonsense`")]
    [InlineData("name up", "Invalid sort direction `up`")]
    [InlineData("name,title", "Too many sort criteria provided only 1 allowed")]
    [InlineData(" , ", "Cannot sort by field ``")]
    public async Task Should_refuse_orders_that_are_none(string sort, string message) => Assert.Equal(
        new JsonObject { ["message"] = message }.ToJsonString(CatalogJson.Options),
        await Scene.ErrorsAsync(() => Host.AsAnonymousAsync("group_list", new { sort })));

    [Fact]
    public async Task Should_page_and_filter()
    {
        var tag = await ThreeAsync("organization");

        Assert.Equal([$"b-{tag}"], Names(await Host.AsAnonymousAsync("organization_list", new { q = tag, sort = "name", limit = 1, offset = 1 })));
        Assert.Equal([$"a-{tag}"], Names(await Host.AsAnonymousAsync("organization_list", new { organizations = new[] { $"a-{tag}" } })));
        Assert.Equal([$"a-{tag}", $"b-{tag}"], Names(await Host.AsAnonymousAsync("organization_list", new { organizations = $"b-{tag}, a-{tag}", sort = "name" })));
        Assert.Equal([$"a-{tag}"], Names(await Host.AsAnonymousAsync("organization_list", new { q = "DINAS A " + tag })));
        Assert.Empty(Names(await Host.AsAnonymousAsync("organization_list", new { q = "%" + tag })));
        Assert.Empty(Names(await Host.AsAnonymousAsync("organization_list", new { q = tag, type = "lain" })));
        Assert.Empty(Names(await Host.AsAnonymousAsync("group_list", new { q = tag })));
        await Host.AsSysadminAsync("organization_patch", new { id = $"a-{tag}", state = "deleted" });
        Assert.Equal([$"b-{tag}", $"c-{tag}"], Names(await Host.AsAnonymousAsync("organization_list", new { q = tag, sort = "name" })));
    }

    [Theory]
    [InlineData("""{"limit":"x"}""", """{"limit":["Invalid integer"]}""")]
    [InlineData("""{"limit":-1,"offset":"1.5"}""", """{"limit":["Must be a natural number"],"offset":["Invalid integer"]}""")]
    [InlineData("""{"all_fields":"entah"}""", """{"message":"Parameter is not an bool"}""")]
    public async Task Should_refuse_pages_that_are_none(string input, string errors) =>
        Assert.Equal(errors, await Scene.ErrorsAsync(() => Host.AsAnonymousAsync("organization_list", JsonNode.Parse(input)!.AsObject())));

    [Fact]
    public async Task Should_give_dictionaries_with_the_number_of_public_datasets()
    {
        foreach (var kind in new[] { "organization", "group" })
        {
            var tag = await ThreeAsync(kind);

            var list = (await Host.AsAnonymousAsync($"{kind}_list", new { q = tag, sort = "name", all_fields = true }))!.AsArray();

            Assert.Equal([1, 2, 0], list.Select(g => (int)g!["package_count"]!));
            Assert.Equal(
                ["approval_status", "created", "description", "display_name", "id", "image_display_url", "image_url", "is_organization", "name", "num_followers", "package_count", "state", "title", "type"],
                list[0]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
            var whole = (await Host.AsSysadminAsync($"{kind}_list", new
            {
                q = tag, sort = "name", all_fields = true, include_dataset_count = false, include_extras = true, include_users = true, include_groups = true,
                include_followers = true, include_member_count = true,
            }))!.AsArray();
            Assert.Null(whole[0]!["package_count"]);
            Assert.Equal(1, (int)whole[0]!["member_count"]!);
            Assert.Equal("admin", (string)whole[0]!["users"]![0]!["capacity"]!);
            Assert.Null(whole[0]!["users"]![0]!["email"]);
        }
    }

    [Fact]
    public async Task Should_cap_lists_by_the_settings()
    {
        await using var host = await CatalogHost.StartAsync(fixture.Database, new Dictionary<string, string?>
        {
            ["Ckan:ckan.group_and_organization_list_max"] = "2", ["Ckan:ckan.group_and_organization_list_all_fields_max"] = "1",
        });
        await ThreeAsync("group");

        Assert.Equal(2, (await host.AsAnonymousAsync("group_list", new { limit = 50 }))!.AsArray().Count);
        Assert.Single((await host.AsAnonymousAsync("group_list", new { limit = 50, all_fields = true }))!.AsArray());
    }

    [Fact]
    public async Task Should_suggest_by_name_and_title_whatever_the_case()
    {
        var tag = await ThreeAsync("organization");

        Assert.Equal([$"a-{tag}", $"b-{tag}", $"c-{tag}"], Found(await Host.AsAnonymousAsync("organization_autocomplete", new { q = tag.ToUpperInvariant() })));
        Assert.Equal([$"b-{tag}"], Found(await Host.AsAnonymousAsync("organization_autocomplete", new { q = "dinas B " + tag, limit = 1 })));
        Assert.Empty(Found(await Host.AsAnonymousAsync("group_autocomplete", new { q = tag })));
        await Host.AsSysadminAsync("organization_patch", new { id = $"a-{tag}", name = $"baru-{tag}" });
        await Host.AsSysadminAsync("organization_delete", new { id = $"c-{tag}" });
        Assert.Equal([$"baru-{tag}", $"b-{tag}"], Found(await Host.AsAnonymousAsync("organization_autocomplete", new { q = tag })));
        Assert.Equal("""{"q":["Missing value"]}""", await Scene.ErrorsAsync(() => Host.AsAnonymousAsync("organization_autocomplete")));

        static IEnumerable<string> Found(JsonNode? list) => list!.AsArray().Select(o => (string)o!["name"]!);
    }

    [Fact]
    public async Task Should_know_titles_from_memory_and_follow_changes()
    {
        var titles = Host.Get<GroupTitles>();
        var tag = await ThreeAsync("group");
        var id = titles.Find($"a-{tag}")!.Id;

        Assert.Equal($"Dinas A {tag}", titles.DisplayName(id));
        await Host.AsSysadminAsync("group_patch", new { id, title = "", name = $"z-{tag}" });
        Assert.Equal($"z-{tag}", titles.DisplayName(id));
        Assert.Null(titles.Find($"a-{tag}"));
        await Host.AsSysadminAsync("group_purge", new { id });
        Assert.Null(titles.Find(id));
        Assert.Equal("tidak-ada", titles.DisplayName("tidak-ada"));
    }

    [Theory, InlineData("0"), InlineData("-3"), InlineData("x")]
    public async Task Should_refuse_limits_of_datasets_that_are_none(string limit) => Assert.Equal(
        """{"message":"Limit must be a positive integer"}""",
        await Scene.ErrorsAsync(() => Host.AsAnonymousAsync("group_package_show", new { id = "x", limit })));

    /// <summary>Makes a (1 dataset), b (2, and a private one) and c (none, no title) under one tag.</summary>
    private async Task<string> ThreeAsync(string kind)
    {
        var tag = Guid.NewGuid().ToString("N")[..12];
        await Host.AsSysadminAsync($"{kind}_create", new { name = $"a-{tag}", title = $"Dinas A {tag}" });
        await Host.AsSysadminAsync($"{kind}_create", new { name = $"b-{tag}", title = $"dinas b {tag}" });
        await Host.AsSysadminAsync($"{kind}_create", new { name = $"c-{tag}" });
        if (kind == "group")
        {
            await Host.AsSysadminAsync("organization_create", new { name = "pemilik-" + tag });
        }

        foreach (var (letter, number, hidden) in new[] { ("a", 1, false), ("b", 1, false), ("b", 2, false), ("b", 3, true) })
        {
            await Host.AsSysadminAsync("package_create", new JsonObject
            {
                ["name"] = $"data-{letter}{number}-{tag}",
                ["owner_org"] = kind == "group" ? "pemilik-" + tag : $"{letter}-{tag}",
                ["private"] = hidden,
                ["groups"] = kind == "group" ? new JsonArray(new JsonObject { ["name"] = $"{letter}-{tag}" }) : [],
            });
        }

        return tag;
    }

    private static IEnumerable<string> Names(JsonNode? list) => list!.AsArray().Select(name => (string)name!);
}
