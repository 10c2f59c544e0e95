using System.Text.Json.Nodes;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Groups;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Organizations;

public sealed class OrganizationDatasetsOnSqlite(SqliteFixture fixture) : OrganizationDatasetsBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class OrganizationDatasetsOnPostgreSql(PostgreSqlFixture fixture) : OrganizationDatasetsBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

/// <summary>Organizations and groups together with their datasets.</summary>
public abstract class OrganizationDatasetsBehaviour(CatalogFixture fixture)
{
    private CatalogHost Host => fixture.Host;

    [Fact]
    public async Task Should_show_datasets_and_their_number_as_far_as_the_caller_may_see_them()
    {
        var scene = await Scene.SetAsync(Host);
        var open = await scene.DatasetAsync("terbuka");
        var hidden = await scene.DatasetAsync("rahasia", hidden: true);

        var seen = await ShowAsync("anonymous");
        var inside = await ShowAsync("member");

        Assert.Equal((1, open), ((int)seen["package_count"]!, Ids(seen)));
        Assert.Equal((2, hidden + " " + open), ((int)inside["package_count"]!, Ids(inside)));
        Assert.Equal((1, open), ((int)(await ShowAsync("outsider"))["package_count"]!, open));

        async Task<JsonNode> ShowAsync(string who) =>
            (await scene.AsAsync(who, "organization_show", new { id = scene.Organization, include_datasets = true }))!;

        static string Ids(JsonNode shown) => string.Join(' ', shown["packages"]!.AsArray().Select(p => (string)p!["id"]!));
    }

    [Fact]
    public async Task Should_render_datasets_again_when_what_they_show_changes_and_only_then()
    {
        var scene = await Scene.SetAsync(Host);
        var id = await scene.DatasetAsync("data");
        await Host.AsSysadminAsync("member_create", new { id = scene.Group, @object = id, object_type = "package", capacity = "public" });

        await scene.AsAsync("admin", "organization_patch", new { id = scene.Organization, title = "Judul Baru", name = "baru-" + scene.Tag });
        await scene.AsAsync("admin", "group_patch", new { id = scene.Group, title = "Tema Baru" });

        var shown = await scene.AsAsync("anonymous", "package_show", new { id });
        Assert.Equal("Judul Baru", (string)shown!["organization"]!["title"]!);
        Assert.Equal("baru-" + scene.Tag, (string)shown["organization"]!["name"]!);
        Assert.Equal("Tema Baru", (string)shown["groups"]![0]!["display_name"]!);

        var sequence = await SequenceAsync(id);
        await scene.AsAsync("admin", "organization_patch", new { id = scene.OrganizationId, extras = new[] { new { key = "k", value = "v" } } });
        await scene.AsAsync("admin", "organization_member_create", new { id = scene.OrganizationId, username = scene.User("outsider"), role = "member" });
        Assert.Equal(sequence, await SequenceAsync(id));
    }

    [Fact]
    public async Task Should_leave_the_datasets_of_a_deleted_group_without_it()
    {
        var scene = await Scene.SetAsync(Host);
        var id = await scene.DatasetAsync("data");
        await Host.AsSysadminAsync("member_create", new { id = scene.Group, @object = id, object_type = "package", capacity = "public" });

        await scene.AsAsync("admin", "group_delete", new { id = scene.Group });
        Assert.Empty((await scene.AsAsync("anonymous", "package_show", new { id }))!["groups"]!.AsArray());
        await Host.AsSysadminAsync("group_patch", new { id = scene.Group, state = "active" });
        Assert.Single((await scene.AsAsync("anonymous", "package_show", new { id }))!["groups"]!.AsArray());
        await Host.AsSysadminAsync("group_purge", new { id = scene.Group });
        Assert.Empty((await scene.AsAsync("anonymous", "package_show", new { id }))!["groups"]!.AsArray());
    }

    [Fact]
    public async Task Should_keep_an_organization_that_has_datasets()
    {
        var scene = await Scene.SetAsync(Host);
        var id = await scene.DatasetAsync("data");

        Assert.Equal(
            """{"message":"Organization cannot be deleted while it still has datasets"}""",
            await Scene.ErrorsAsync(() => scene.AsAsync("admin", "organization_delete", new { id = scene.Organization })));
        Assert.Equal(
            """{"message":"Organization cannot be purged while it still has datasets"}""",
            await Scene.ErrorsAsync(() => scene.AsAsync("sysadmin", "organization_purge", new { id = scene.Organization })));
        await Host.AsSysadminAsync("package_delete", new { id });
        await scene.AsAsync("admin", "organization_delete", new { id = scene.Organization });
        await scene.AsAsync("sysadmin", "organization_purge", new { id = scene.Organization });
        Assert.Null((await Host.AsSysadminAsync("package_show", new { id }))!["owner_org"]);
    }

    [Fact]
    public async Task Should_let_datasets_go_where_they_may_be_without_an_organization()
    {
        await using var host = await CatalogHost.StartAsync(fixture.Database, new Dictionary<string, string?> { ["Ckan:ckan.auth.create_unowned_dataset"] = "true" });
        var scene = await Scene.SetAsync(host);
        var id = await scene.DatasetAsync("data");

        await scene.AsAsync("admin", "organization_delete", new { id = scene.Organization });

        var shown = await scene.AsAsync("anonymous", "package_show", new { id });
        Assert.Null(shown!["owner_org"]);
        Assert.Null(shown["organization"]);
        await host.AsSysadminAsync("package_patch", new { id, title = "Masih dapat diubah" });
    }

    [Fact]
    public async Task Should_hide_open_and_delete_many_datasets_of_one_organization()
    {
        var scene = await Scene.SetAsync(Host);
        var other = await Scene.SetAsync(Host);
        var mine = await scene.DatasetAsync("data");
        var theirs = await other.DatasetAsync("data");
        var request = new { org_id = scene.Organization, datasets = new[] { mine, theirs, "tidak-ada" } };

        await scene.AsAsync("admin", "bulk_update_private", request);
        await Assert.ThrowsAsync<NotAuthorizedException>(() => scene.AsAsync("anonymous", "package_show", new { id = mine }));
        await scene.AsAsync("anonymous", "package_show", new { id = theirs });
        await scene.AsAsync("admin", "bulk_update_public", request);
        await scene.AsAsync("anonymous", "package_show", new { id = mine });
        await scene.AsAsync("admin", "bulk_update_delete", request);
        Assert.Equal("deleted", (string)(await scene.AsAsync("member", "package_show", new { id = mine }))!["state"]!);
        Assert.Equal("active", (string)(await scene.AsAsync("anonymous", "package_show", new { id = theirs }))!["state"]!);
        await scene.AsAsync("sysadmin", "bulk_update_delete", new { org_id = scene.Organization });
        Assert.Equal("""{"org_id":["Missing value"]}""", await Scene.ErrorsAsync(() => scene.AsAsync("sysadmin", "bulk_update_delete")));
    }

    private async Task<long> SequenceAsync(string datasetId)
    {
        await using var context = fixture.Database.Open();
        return (await context.Documents.FindAsync(datasetId))!.Sequence;
    }
}
