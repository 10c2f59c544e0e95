using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Tests.Groups;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Datasets.Collaborators;

public sealed class CollaboratorsOnSqlite(SqliteFixture fixture) : CollaboratorBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class CollaboratorsOnPostgreSql(PostgreSqlFixture fixture) : CollaboratorBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class CollaboratorBehaviour(CatalogFixture fixture)
{
    [Fact]
    public async Task Should_let_a_collaborator_see_and_edit_one_dataset_until_it_ends()
    {
        await using var host = await StartAsync();
        var scene = await Scene.SetAsync(host);
        var id = await scene.DatasetAsync("rahasia", hidden: true);
        var outsider = await scene.IdOfAsync("outsider");
        await Assert.ThrowsAsync<NotAuthorizedException>(() => scene.AsAsync("outsider", "package_show", new { id }));

        var made = await scene.AsAsync("admin", "package_collaborator_create", new { id = "rahasia-" + scene.Tag, user_id = scene.User("outsider"), capacity = "member" });
        await scene.AsAsync("outsider", "package_show", new { id });
        await Assert.ThrowsAsync<NotAuthorizedException>(() => scene.AsAsync("outsider", "package_patch", new { id, title = "Baru" }));
        await scene.AsAsync("admin", "package_collaborator_create", new { id, user_id = outsider, capacity = "editor" });
        await scene.AsAsync("outsider", "package_patch", new { id, title = "Baru" });

        Assert.Equal((id, outsider, "member"), ((string)made!["package_id"]!, (string)made["user_id"]!, (string)made["capacity"]!));
        Assert.Contains('T', (string)made["modified"]!);
        var listed = Assert.Single((await scene.AsAsync("admin", "package_collaborator_list", new { id }))!.AsArray());
        Assert.Equal((outsider, "editor"), ((string)listed!["user_id"]!, (string)listed["capacity"]!));
        Assert.Contains(' ', (string)listed["modified"]!);
        var mine = Assert.Single((await scene.AsAsync("outsider", "package_collaborator_list_for_user", new { id = scene.User("outsider") }))!.AsArray());
        Assert.Equal(["package_id", "capacity", "modified"], mine!.AsObject().Select(p => p.Key));
        Assert.Empty((await scene.AsAsync("admin", "package_collaborator_list", new { id, capacity = "member" }))!.AsArray());

        await scene.AsAsync("admin", "package_collaborator_delete", new { id, user_id = outsider });
        await Assert.ThrowsAsync<NotAuthorizedException>(() => scene.AsAsync("outsider", "package_show", new { id }));
        Assert.Equal($"User {outsider} is not a collaborator on this package", (await Assert.ThrowsAsync<NotFoundException>(
            () => scene.AsAsync("admin", "package_collaborator_delete", new { id, user_id = outsider }))).Detail);
    }

    [Fact]
    public async Task Should_refuse_what_is_wrong_in_CKANs_words()
    {
        await using var host = await StartAsync();
        var scene = await Scene.SetAsync(host);
        var id = await scene.DatasetAsync("data");

        Assert.Equal(
            """{"message":"Role must be one of \"editor, member\""}""",
            await Scene.ErrorsAsync(() => scene.AsAsync("admin", "package_collaborator_create", new { id, user_id = scene.User("outsider"), capacity = "admin" })));
        Assert.Equal(
            """{"message":"Capacity must be one of \"editor, member\""}""",
            await Scene.ErrorsAsync(() => scene.AsAsync("admin", "package_collaborator_list", new { id, capacity = "raja" })));
        Assert.Equal("Dataset not found", (await Assert.ThrowsAsync<NotFoundException>(
            () => scene.AsAsync("admin", "package_collaborator_create", new { id = "tidak-ada", user_id = "x", capacity = "member" }))).Detail);
        Assert.Equal("User not found", (await Assert.ThrowsAsync<NotFoundException>(
            () => scene.AsAsync("admin", "package_collaborator_create", new { id, user_id = "siapa-itu", capacity = "member" }))).Detail);
        Assert.Equal($"User {scene.User("editor")} not authorized to manage collaborators on this dataset", (await Assert.ThrowsAsync<NotAuthorizedException>(
            () => scene.AsAsync("editor", "package_collaborator_create", new { id, user_id = scene.User("outsider"), capacity = "member" }))).Detail);
    }

    [Fact]
    public async Task Should_let_admins_among_the_collaborators_name_others_where_that_is_allowed()
    {
        await using var host = await StartAsync(admins: true);
        var scene = await Scene.SetAsync(host);
        var id = await scene.DatasetAsync("data");

        await scene.AsAsync("admin", "package_collaborator_create", new { id, user_id = scene.User("outsider"), capacity = "admin" });
        await scene.AsAsync("outsider", "package_collaborator_create", new { id, user_id = scene.User("member"), capacity = "editor" });

        Assert.Equal(2, (await scene.AsAsync("outsider", "package_collaborator_list", new { id }))!.AsArray().Count);
    }

    [Theory]
    [InlineData("package_collaborator_create")]
    [InlineData("package_collaborator_delete")]
    [InlineData("package_collaborator_list")]
    [InlineData("package_collaborator_list_for_user")]
    public async Task Should_be_off_by_default(string action) => Assert.Equal(
        """{"message":"Dataset collaborators not enabled"}""",
        await Scene.ErrorsAsync(() => fixture.Host.AsSysadminAsync(action, new { id = "x", user_id = "y", capacity = "editor" })));

    private Task<CatalogHost> StartAsync(bool admins = false) => CatalogHost.StartAsync(fixture.Database, new Dictionary<string, string?>
    {
        ["Ckan:ckan.auth.allow_dataset_collaborators"] = "true", ["Ckan:ckan.auth.allow_admin_collaborators"] = admins ? "true" : "false",
    });
}
