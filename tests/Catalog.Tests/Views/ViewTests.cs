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
}
