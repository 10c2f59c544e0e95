using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Actions;
using Purbalingga.Catalog.Persistence;
using Purbalingga.Catalog.Tests.Hosting;
using Purbalingga.Catalog.Views;

namespace Purbalingga.Catalog.Tests.Views;

public sealed class ViewsOnSqlite(SqliteFixture fixture) : ViewBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class ViewsOnPostgreSql(PostgreSqlFixture fixture) : ViewBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class ViewBehaviour(CatalogFixture fixture)
{
    [Fact]
    public async Task Should_list_the_views_of_a_resource_in_their_order_to_those_who_may_see_it()
    {
        var host = fixture.Host;
        await host.AsSysadminAsync("organization_create", new { name = "opd-tampilan" });
        var dataset = await host.AsSysadminAsync("package_create", new JsonObject
        {
            ["name"] = "dengan-tampilan", ["owner_org"] = "opd-tampilan", ["private"] = true,
            ["resources"] = new JsonArray(new JsonObject { ["url"] = "http://example.test/a.csv" }),
        });
        var id = (string)dataset!["resources"]![0]!["id"]!;
        await host.Get<WriteTransactions>().RunAsync(async (services, ct) =>
        {
            var views = services.GetRequiredService<CatalogContext>().ResourceViews;
            await views.AddAsync(new ResourceView { Id = Guid.NewGuid().ToString(), ResourceId = id, Title = "Kedua", ViewType = "text_view", Order = 1 }, ct);
            await views.AddAsync(new ResourceView { Id = Guid.NewGuid().ToString(), ResourceId = id, Title = "Pertama", ViewType = "image_view", Order = 0, ConfigJson = """{"image_url":"x"}""" }, ct);
            return 0;
        }, CancellationToken.None);

        var listed = await host.AsSysadminAsync("resource_view_list", new { id });

        Assert.Equal(["Pertama", "Kedua"], listed!.AsArray().Select(v => (string?)v!["title"]));
        Assert.Equal("x", (string?)listed[0]!["image_url"]);
        Assert.Equal((string?)dataset["id"], (string?)listed[0]!["package_id"]);
        await Assert.ThrowsAsync<NotAuthorizedException>(async () => await host.AsAnonymousAsync("resource_view_list", new { id }));
        await Assert.ThrowsAsync<NotFoundException>(async () => await host.AsSysadminAsync("resource_view_list", new { id = "tidak-ada" }));
    }

    [Fact]
    public async Task Should_save_show_change_reorder_and_delete_views()
    {
        var host = fixture.Host;
        await host.AsSysadminAsync("organization_create", new { name = "opd-grafik" });
        var dataset = await host.AsSysadminAsync("package_create", new JsonObject
        {
            ["name"] = "dengan-grafik", ["owner_org"] = "opd-grafik", ["resources"] = new JsonArray(new JsonObject { ["url"] = "http://example.test/a.csv" }),
        });
        var resource = (string)dataset!["resources"]![0]!["id"]!;
        var chart = await host.AsSysadminAsync("resource_view_create", new { resource_id = resource, view_type = "chart_view", title = "Grafik", query = "show=chart&kind=pie" });
        var table = await host.AsSysadminAsync("resource_view_create", new { resource_id = resource, view_type = "datatables_view", title = "Tabel", show_fields = new[] { "a", "b" } });
        Assert.Equal((string?)dataset["id"], (string?)chart!["package_id"]);
        Assert.Equal("show=chart&kind=pie", (string?)chart["query"]);
        var (first, second) = ((string)chart["id"]!, (string)table!["id"]!);

        // What is not sent of title and description stays; the keys of the type are all sent anew
        var changed = await host.AsSysadminAsync("resource_view_update", new { id = first, description = "Baru", view_type = "map_view", query = "show=chart" });
        Assert.Equal(("Grafik", "Baru", "chart_view", "show=chart"), ((string?)changed!["title"], (string?)changed["description"], (string?)changed["view_type"], (string?)changed["query"]));
        Assert.Equal("Baru", (string?)(await host.AsAnonymousAsync("resource_view_show", new { id = first }))!["description"]);

        var order = await host.AsSysadminAsync("resource_view_reorder", new { id = resource, order = new[] { second } });
        Assert.Equal([second, first], order!["order"]!.AsArray().Select(o => (string?)o));
        Assert.Equal(["Tabel", "Grafik"], (await host.AsAnonymousAsync("resource_view_list", new { id = resource }))!.AsArray().Select(v => (string?)v!["title"]));

        Assert.Equal(resource, (string?)(await host.AsSysadminAsync("resource_view_delete", new { id = first }))!["resource_id"]);
        await Assert.ThrowsAsync<NotFoundException>(async () => await host.AsSysadminAsync("resource_view_show", new { id = first }));
        await host.AsSysadminAsync("resource_view_clear", new { view_types = new[] { "image_view" } });
        Assert.Single((await host.AsAnonymousAsync("resource_view_list", new { id = resource }))!.AsArray());
        await host.AsSysadminAsync("resource_view_clear", new { view_types = new[] { "datatables_view" } });
        Assert.Empty((await host.AsAnonymousAsync("resource_view_list", new { id = resource }))!.AsArray());
    }

    [Fact]
    public async Task Should_refuse_views_in_CKANs_words()
    {
        var host = fixture.Host;
        await host.AsSysadminAsync("organization_create", new { name = "opd-tolak" });
        var dataset = await host.AsSysadminAsync("package_create", new JsonObject
        {
            ["name"] = "tanpa-grafik", ["owner_org"] = "opd-tolak", ["resources"] = new JsonArray(new JsonObject { ["url"] = "http://example.test/a.csv" }),
        });
        var resource = (string)dataset!["resources"]![0]!["id"]!;

        Assert.Equal("""{"view_type":"No plugin found for view_type tak_ada"}""", await RefusedAsync("resource_view_create", new { resource_id = resource, view_type = "tak_ada", title = "x" }));
        Assert.Equal("""{"resource_id":["Resource not found: x"]}""", await RefusedAsync("resource_view_create", new { resource_id = "x", view_type = "chart_view", title = "x" }));
        Assert.Equal("""{"title":["Missing value"]}""", await RefusedAsync("resource_view_create", new { resource_id = resource, view_type = "chart_view" }));
        Assert.Equal(
            """{"__extras":["The input field __extras was not expected."]}""",
            await RefusedAsync("resource_view_create", new { resource_id = resource, view_type = "chart_view", title = "x", page_url = "http://example.test" }));
        Assert.Equal("""{"order":"Must supply order as a list"}""", await RefusedAsync("resource_view_reorder", new { id = resource, order = "a" }));
        Assert.Equal("""{"order":"No duplicates allowed in order"}""", await RefusedAsync("resource_view_reorder", new { id = resource, order = new[] { "a", "a" } }));
        Assert.Equal("""{"order":"View a does not exist"}""", await RefusedAsync("resource_view_reorder", new { id = resource, order = new[] { "a" } }));
        await Assert.ThrowsAsync<NotAuthorizedException>(async () => await host.AsAnonymousAsync("resource_view_create", new { resource_id = resource, view_type = "chart_view", title = "x" }));
        await Assert.ThrowsAsync<NotAuthorizedException>(async () => await host.AsAnonymousAsync("resource_view_clear", new { }));
        await Assert.ThrowsAsync<NotFoundException>(async () => await host.AsSysadminAsync("resource_view_delete", new { id = "x" }));

        async Task<string> RefusedAsync(string action, object parameters) =>
            (await Assert.ThrowsAsync<InvalidException>(async () => await host.AsSysadminAsync(action, parameters))).Errors.ToJsonString();
    }
}
