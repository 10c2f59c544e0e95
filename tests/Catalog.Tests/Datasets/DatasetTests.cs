using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Datasets;

public sealed class DatasetsOnSqlite(SqliteFixture fixture) : DatasetBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class DatasetsOnPostgreSql(PostgreSqlFixture fixture) : DatasetBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class DatasetBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    [Fact]
    public async Task Should_answer_a_new_dataset_as_it_is_shown_afterwards()
    {
        var organization = await OrganizationAsync();

        var made = await Host.AsSysadminAsync("package_create", new JsonObject
        {
            ["name"] = Name("penduduk"),
            ["title"] = "Jumlah Penduduk",
            ["owner_org"] = organization,
            ["license_id"] = "cc-by",
            ["tags"] = new JsonArray(new JsonObject { ["name"] = "penduduk" }, new JsonObject { ["name"] = "kecamatan" }),
            ["extras"] = new JsonArray(new JsonObject { ["key"] = "frekuensi", ["value"] = "tahunan" }, new JsonObject { ["key"] = "satuan", ["value"] = "jiwa" }),
            ["resources"] = new JsonArray(new JsonObject { ["url"] = "http://example.test/a.csv", ["format"] = "csv", ["khusus"] = "ya" }),
        });

        var shown = await Host.AsAnonymousAsync("package_show", new { id = (string?)made!["name"] });
        Assert.True(JsonNode.DeepEquals(made, shown));
        Assert.Equal(["kecamatan", "penduduk"], shown!["tags"]!.AsArray().Select(t => (string?)t!["name"]));
        Assert.Equal(["satuan", "frekuensi"], shown["extras"]!.AsArray().Select(e => (string?)e!["key"]));
        Assert.Equal("CSV", (string?)shown["resources"]![0]!["format"]);
        Assert.Equal("ya", (string?)shown["resources"]![0]!["khusus"]);
        Assert.Equal("Creative Commons Attribution", (string?)shown["license_title"]);
        Assert.True((bool)shown["isopen"]!);
    }

    [Fact]
    public async Task Should_tell_all_that_is_wrong_at_once()
    {
        var error = await Assert.ThrowsAsync<InvalidException>(async () => await Host.AsSysadminAsync("package_create", new JsonObject
        {
            ["name"] = "B A D",
            ["author_email"] = "salah",
            ["tags"] = new JsonArray(new JsonObject { ["name"] = "a" }),
            ["extras"] = new JsonArray(new JsonObject { ["key"] = "x", ["value"] = "1" }, new JsonObject { ["key"] = "title", ["value"] = "1" }),
            ["resources"] = new JsonArray(new JsonObject { ["size"] = "besar" }),
        }));

        Assert.Equal(["author_email", "extras", "name", "owner_org", "resources", "tags"], error.Errors.Select(e => e.Key).Order(StringComparer.Ordinal));
        Assert.Equal("""[{},{"key":["There is a schema field with the same name"]}]""", error.Errors["extras"]!.ToJsonString());
        Assert.Equal("""[{"size":["Invalid integer"]}]""", error.Errors["resources"]!.ToJsonString());
    }

    [Fact]
    public async Task Should_find_what_was_just_written_and_not_what_was_deleted()
    {
        var name = Name("kelapa");
        await CreateAsync(name, "Produksi Kelapa Deres");
        Assert.Equal(1, (int)(await Host.AsAnonymousAsync("package_search", new { q = "name:" + name }))!["count"]!);

        await Host.AsSysadminAsync("package_delete", new { id = name });

        Assert.Equal(0, (int)(await Host.AsAnonymousAsync("package_search", new { q = "name:" + name }))!["count"]!);
        await Assert.ThrowsAsync<NotAuthorizedException>(async () => await Host.AsAnonymousAsync("package_show", new { id = name }));
    }

    [Fact]
    public async Task Should_let_the_name_of_a_deleted_dataset_be_used_again()
    {
        var name = Name("nama");
        var first = await CreateAsync(name);
        await Host.AsSysadminAsync("package_delete", new { id = name });

        var second = await CreateAsync(name);

        Assert.NotEqual((string?)first["id"], (string?)second["id"]);
        var old = await Host.AsSysadminAsync("package_show", new { id = (string?)first["id"] });
        Assert.Equal((string?)first["id"], (string?)old!["name"]);
    }

    [Fact]
    public async Task Should_keep_what_a_patch_does_not_name_and_empty_what_an_update_leaves_out()
    {
        var name = Name("ubah");
        await CreateAsync(name, "Judul", new JsonArray(new JsonObject { ["url"] = "http://example.test/1.csv" }));

        var patched = await Host.AsSysadminAsync("package_patch", new { id = name, notes = "Catatan" });
        Assert.Equal("Judul", (string?)patched!["title"]);
        Assert.Equal("Catatan", (string?)patched["notes"]);

        var updated = await Host.AsSysadminAsync("package_update", new { id = name, version = "2" });
        Assert.Equal(name, (string?)updated!["title"]);
        Assert.Null(updated["notes"]);
        Assert.Single(updated["resources"]!.AsArray());
        Assert.NotNull(updated["owner_org"]);
    }

    [Fact]
    public async Task Should_not_touch_a_dataset_that_an_update_does_not_change()
    {
        var name = Name("sama");
        var made = await CreateAsync(name, "Sama", new JsonArray(new JsonObject { ["url"] = "http://example.test/1.csv" }));

        var again = await Host.AsSysadminAsync("package_update", made.DeepClone().AsObject());

        Assert.Equal((string?)made["metadata_modified"], (string?)again!["metadata_modified"]);
    }

    [Fact]
    public async Task Should_lose_no_edit_when_many_patch_one_dataset_at_once()
    {
        var name = Name("ramai");
        await CreateAsync(name, "Ramai");
        var fields = new[] { "notes", "author", "maintainer", "url", "version" };

        await Task.WhenAll(fields.Select(field => Host.AsSysadminAsync("package_patch", new JsonObject { ["id"] = name, [field] = field })));

        var shown = await Host.AsSysadminAsync("package_show", new { id = name });
        Assert.All(fields, field => Assert.Equal(field, (string?)shown![field]));
    }

    [Fact]
    public async Task Should_revise_parts_only_while_the_dataset_is_as_expected()
    {
        var name = Name("revisi");
        await CreateAsync(name, "Lama", new JsonArray(new JsonObject { ["url"] = "http://example.test/1.csv", ["name"] = "satu" }));

        var revised = await Host.AsSysadminAsync("package_revise", new JsonObject
        {
            ["match"] = new JsonObject { ["name"] = name, ["title"] = "Lama" },
            ["update"] = new JsonObject { ["title"] = "Baru" },
            ["update__resources__extend"] = new JsonArray(new JsonObject { ["url"] = "http://example.test/2.csv" }),
            ["update__resources__1__name"] = "dua",
        });
        Assert.Equal("Baru", (string?)revised!["package"]!["title"]);
        Assert.Equal(["satu", "dua"], revised["package"]!["resources"]!.AsArray().Select(r => (string?)r!["name"]));

        var error = await Assert.ThrowsAsync<InvalidException>(async () => await Host.AsSysadminAsync("package_revise", new JsonObject
        {
            ["match"] = new JsonObject { ["name"] = name, ["title"] = "Lama" },
            ["update"] = new JsonObject { ["title"] = "Lagi" },
        }));
        Assert.Equal("""{"match":["title"]}""", error.Errors.ToJsonString());
    }

    [Fact]
    public async Task Should_show_private_datasets_to_members_only_also_in_counts_and_facets()
    {
        var organization = await OrganizationAsync();
        var name = Name("rahasia");
        await Host.AsSysadminAsync("package_create", new { name, owner_org = organization, @private = true, tags = new[] { new { name = "katarahasia" } } });
        var member = await Host.UserAsync(Name("anggota"));
        await Host.AsSysadminAsync("organization_member_create", new { id = organization, username = member.Name, role = "member" });
        member = await Host.UserAsync(member.Name);

        foreach (var (caller, sees) in new[] { (Caller.Anonymous, false), (await Host.UserAsync(Name("luar")), false), (member, true) })
        {
            var found = await Host.CallAsync("package_search", new JsonObject
            {
                ["q"] = "name:" + name, ["include_private"] = true, ["facet.field"] = new JsonArray("tags"),
            }, caller);
            Assert.Equal(sees ? 1 : 0, (int)found!["count"]!);
            Assert.Equal(sees ? 1 : 0, found["facets"]!["tags"]!.AsObject().Count);
            if (!sees)
            {
                await Assert.ThrowsAsync<NotAuthorizedException>(async () => await Host.CallAsync("package_show", new JsonObject { ["id"] = name }, caller));
            }
        }
    }

    [Fact]
    public async Task Should_refuse_editors_of_another_organization()
    {
        var dataset = await CreateAsync(Name("milik"));
        var stranger = await Host.UserAsync(Name("asing"));
        var theirs = await OrganizationAsync();
        await Host.AsSysadminAsync("organization_member_create", new { id = theirs, username = stranger.Name, role = "admin" });
        stranger = await Host.UserAsync(stranger.Name);
        var id = (string?)dataset["id"];

        foreach (var action in new[] { "package_update", "package_patch", "package_delete", "package_revise", "package_resource_reorder", "resource_create" })
        {
            var data = new JsonObject { ["id"] = id, ["package_id"] = id, ["match__id"] = id, ["order"] = new JsonArray(), ["title"] = "Diambil" };
            await Assert.ThrowsAsync<NotAuthorizedException>(async () => await Host.CallAsync(action, data, stranger));
        }

        Assert.True(JsonNode.DeepEquals(dataset, await Host.AsSysadminAsync("package_show", new { id })));
    }

    private async Task<string> OrganizationAsync()
    {
        var name = Name("opd");
        await Host.AsSysadminAsync("organization_create", new { name, title = "Dinas " + name });
        return name;
    }

    private async Task<JsonObject> CreateAsync(string name, string? title = null, JsonArray? resources = null)
    {
        var data = new JsonObject { ["name"] = name, ["title"] = title, ["owner_org"] = await OrganizationAsync() };
        if (resources is not null)
        {
            data["resources"] = resources;
        }

        return (await Host.AsSysadminAsync("package_create", data))!.AsObject();
    }

    private static string Name(string stem) => $"{stem}-{Guid.NewGuid():N}"[..20];
}
