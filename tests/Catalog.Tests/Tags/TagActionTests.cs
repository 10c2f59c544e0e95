using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Tags;

public sealed class TagActionsOnSqlite(SqliteFixture fixture) : TagActionBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class TagActionsOnPostgreSql(PostgreSqlFixture fixture) : TagActionBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class TagActionBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    [Fact]
    public async Task Should_list_the_free_tags_that_public_datasets_carry()
    {
        await DatasetAsync("tag-umum", isPrivate: false, "daftar satu", "daftar-dua");

        Assert.Equal(["daftar satu", "daftar-dua"], Names(await Host.AsAnonymousAsync("tag_list", new { query = "DAFTAR" })));
        var all = (await Host.AsAnonymousAsync("tag_list", new { q = "daftar-dua", all_fields = true }))!.AsArray();
        Assert.Equal(["id", "name", "vocabulary_id", "display_name"], Assert.Single(all)!.AsObject().Select(p => p.Key));
        Assert.Contains("daftar satu", Names(await Host.AsAnonymousAsync("tag_list")));
    }

    [Fact]
    public async Task Should_not_tell_of_a_tag_that_only_a_private_dataset_carries()
    {
        await DatasetAsync("tag-rahasia", isPrivate: true, "katasandi-unik");

        Assert.DoesNotContain("katasandi-unik", Names(await Host.AsAnonymousAsync("tag_list")));
        Assert.Empty(Names(await Host.AsAnonymousAsync("tag_autocomplete", new { query = "katasandi" })));
        Assert.Equal(0, (int)(await Host.AsAnonymousAsync("tag_search", new { query = "katasandi" }))!["count"]!);
        await Assert.ThrowsAsync<NotFoundException>(() => Host.AsAnonymousAsync("tag_show", new { id = "katasandi-unik" }));
        Assert.Equal("katasandi-unik", (string)(await Host.AsSysadminAsync("tag_show", new { id = "katasandi-unik" }))!["name"]!);
    }

    [Fact]
    public async Task Should_find_tags_that_contain_all_terms()
    {
        await DatasetAsync("tag-cari", isPrivate: false, "cari padi", "cari jalan", "CARI.JALAN.DESA");

        var both = await Host.AsAnonymousAsync("tag_search", new { query = new[] { "cari", "jalan" } });
        var page = await Host.AsAnonymousAsync("tag_search", new { query = "cari", limit = 1, offset = 1 });

        Assert.Equal(["CARI.JALAN.DESA", "cari jalan"], both!["results"]!.AsArray().Select(t => (string)t!["name"]!));
        Assert.Equal(2, (int)both["count"]!);
        Assert.Equal(3, (int)page!["count"]!);
        Assert.Equal("cari jalan", (string)Assert.Single(page["results"]!.AsArray())!["name"]!);
        Assert.Equal(["id", "name", "vocabulary_id"], page["results"]![0]!.AsObject().Select(p => p.Key));
        Assert.Equal("""{"count":0,"results":[]}""", (await Host.AsAnonymousAsync("tag_search"))!.ToJsonString());
        Assert.Empty(Names(await Host.AsAnonymousAsync("tag_autocomplete")));
        Assert.Equal(0, (int)(await Host.AsAnonymousAsync("tag_search", new { query = "c_ri" }))!["count"]!);
        await Assert.ThrowsAsync<InvalidException>(() => Host.AsAnonymousAsync("tag_search", new { query = "cari", limit = "x" }));
    }

    [Fact]
    public async Task Should_show_a_tag_with_its_public_datasets()
    {
        await DatasetAsync("tampil-umum", isPrivate: false, "tampilkan");
        await DatasetAsync("tampil-rahasia", isPrivate: true, "tampilkan");

        var plain = await Host.AsAnonymousAsync("tag_show", new { id = "tampilkan" });
        var whole = await Host.AsAnonymousAsync("tag_show", new { id = (string)plain!["id"]!, include_datasets = true });

        Assert.False(plain.AsObject().ContainsKey("packages"));
        Assert.Equal("tampil-umum", (string)Assert.Single(whole!["packages"]!.AsArray())!["name"]!);
        var missing = await Assert.ThrowsAsync<InvalidException>(() => Host.AsAnonymousAsync("tag_show"));
        Assert.Equal("""{"id":["Missing value"]}""", missing.Errors.ToJsonString());
        Assert.Equal("Not found", (await Assert.ThrowsAsync<NotFoundException>(() => Host.AsAnonymousAsync("tag_show", new { id = "zzz" }))).Message);
        Assert.Equal(
            "Not found: could not find vocabulary 'zzz'",
            (await Assert.ThrowsAsync<NotFoundException>(() => Host.AsAnonymousAsync("tag_list", new { vocabulary_id = "zzz" }))).Message);
    }

    [Fact]
    public async Task Should_keep_vocabularies_and_take_a_deleted_tag_from_its_datasets()
    {
        var made = await Host.AsSysadminAsync("vocabulary_create", new { name = "tema", tags = new[] { new { name = "kesehatan" }, new { name = "air" } } });
        var id = (string)made!["id"]!;
        await Host.AsSysadminAsync("tag_create", new { name = "jalan", vocabulary_id = "tema" });
        await OrganizationAsync();
        await Host.AsSysadminAsync(
            "package_create", new { name = "bertema", owner_org = "opd-tag", tags = new object[] { new { name = "air", vocabulary_id = id }, new { name = "bebas" } } });

        var shown = await Host.AsAnonymousAsync("vocabulary_show", new { id = "tema" });
        Assert.Equal(["air", "jalan", "kesehatan"], shown!["tags"]!.AsArray().Select(t => (string)t!["name"]!));
        Assert.Equal(["air", "jalan", "kesehatan"], Names(await Host.AsAnonymousAsync("tag_list", new { vocabulary_id = "tema" })));
        Assert.DoesNotContain("kesehatan", Names(await Host.AsAnonymousAsync("tag_list")));

        await Host.AsSysadminAsync("vocabulary_update", new { id, tags = new[] { new { name = "jalan" }, new { name = "tanah" } } });
        Assert.Equal(["bebas"], await TagsOfAsync("bertema"));
        Assert.Equal(["jalan", "tanah"], Names(await Host.AsAnonymousAsync("tag_list", new { vocabulary_id = id })));

        await Host.AsSysadminAsync("tag_delete", new { id = "bebas" });
        Assert.Empty(await TagsOfAsync("bertema"));
        await Host.AsSysadminAsync("vocabulary_delete", new { id = "tema" });
        Assert.DoesNotContain(id, (await Host.AsAnonymousAsync("vocabulary_list"))!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vocabulary_create", """{}""", """{"name":["Missing value"]}""")]
    [InlineData("vocabulary_create", """{"name":"x"}""", """{"name":["Name must be at least 2 characters long"]}""")]
    [InlineData("vocabulary_create", """{"name":"kosakata","tags":[{"name":"a"}]}""", """{"tags":["Tag \"a\" length is less than minimum 2"]}""")]
    [InlineData("vocabulary_create", """{"name":"kosakata","id":"x"}""", """{"id":["The input field id was not expected."]}""")]
    [InlineData("vocabulary_show", """{}""", """{"id":"id not in data"}""")]
    [InlineData("vocabulary_delete", """{}""", """{"id":"id not in data"}""")]
    [InlineData("tag_create", """{"name":"lepas"}""", """{"vocabulary_id":["Missing value"]}""")]
    [InlineData("tag_create", """{"name":"lepas","vocabulary_id":"tidak-ada"}""", """{"vocabulary_id":["Tag vocabulary was not found."]}""")]
    [InlineData("tag_delete", """{}""", """{"id":"id not in data"}""")]
    public async Task Should_say_what_is_wrong(string action, string sent, string expected)
    {
        var error = await Assert.ThrowsAsync<InvalidException>(() => Host.AsSysadminAsync(action, JsonNode.Parse(sent)!.AsObject()));

        Assert.Equal(expected, error.Errors.ToJsonString(CatalogJson.Options));
        if (!action.EndsWith("_show", StringComparison.Ordinal))
        {
            await Assert.ThrowsAsync<NotAuthorizedException>(() => Host.AsUserAsync("bukan-sysadmin", action, JsonNode.Parse(sent)!.AsObject()));
        }
    }

    [Fact]
    public async Task Should_list_the_licenses_of_CKAN()
    {
        var licenses = (await Host.AsAnonymousAsync("license_list"))!.AsArray();

        Assert.Equal(
            ["notspecified", "odc-pddl", "odc-odbl", "odc-by", "cc-zero", "cc-by", "cc-by-sa", "gfdl", "other-open", "other-pd", "other-at", "uk-ogl", "cc-nc", "other-nc", "other-closed"],
            licenses.Select(l => (string)l!["id"]!));
        Assert.Equal("False", (string)licenses[0]!["domain_data"]!);
    }

    private static IEnumerable<string> Names(JsonNode? list) => list!.AsArray().Select(name => (string)name!);

    private async Task<IEnumerable<string>> TagsOfAsync(string dataset) =>
        (await Host.AsAnonymousAsync("package_show", new { id = dataset }))!["tags"]!.AsArray().Select(t => (string)t!["name"]!);

    private async Task DatasetAsync(string name, bool isPrivate, params string[] tags)
    {
        await OrganizationAsync();
        await Host.AsSysadminAsync("package_create", new { name, owner_org = "opd-tag", @private = isPrivate, tags = tags.Select(tag => new { name = tag }) });
    }

    private async Task OrganizationAsync()
    {
        if (!Names(await Host.AsAnonymousAsync("organization_list")).Contains("opd-tag"))
        {
            await Host.AsSysadminAsync("organization_create", new { name = "opd-tag" });
        }
    }
}
