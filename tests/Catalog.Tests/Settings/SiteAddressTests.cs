using System.Text.Json.Nodes;
using Purbalingga.Catalog.Tests.Hosting;

namespace Purbalingga.Catalog.Tests.Settings;

public sealed class SiteAddressOnSqlite(SqliteFixture fixture) : SiteAddressBehaviour(fixture), IClassFixture<SqliteFixture>;

public sealed class SiteAddressOnPostgreSql(PostgreSqlFixture fixture) : SiteAddressBehaviour(fixture), IClassFixture<PostgreSqlFixture>;

public abstract class SiteAddressBehaviour(CatalogFixture fixture)
{
    [Fact]
    public async Task Should_render_datasets_with_the_new_address_of_the_site()
    {
        await using var database = await fixture.CreateDatabaseAsync();
        await using (var host = await StartAsync(database, "http://satu.example.test"))
        {
            await host.AsSysadminAsync("group_create", new { name = "tema-alamat" });
            await host.AsSysadminAsync("organization_create", new { name = "opd-alamat" });
            await host.AsSysadminAsync("package_create", new
            {
                name = "data-alamat",
                owner_org = "opd-alamat",
                resources = new[] { new { url = "berkas.csv", url_type = "upload" } },
            });
            Assert.StartsWith("http://satu.example.test/", await UrlAsync(host), StringComparison.Ordinal);

            await host.AsSysadminAsync("config_option_update", new JsonObject { ["ckan.site_url"] = "http://dua.example.test" });
            await EventuallyAsync(host, "http://dua.example.test/");
            await host.AsSysadminAsync("config_option_update", new JsonObject { ["ckan.site_url"] = "" });
        }

        await using var restarted = await StartAsync(database, "http://tiga.example.test");
        await EventuallyAsync(restarted, "http://tiga.example.test/");
    }

    private static Task<CatalogHost> StartAsync(TestDatabase database, string address) =>
        CatalogHost.StartAsync(database, new Dictionary<string, string?> { ["Ckan:ckan.site_url"] = address });

    private static async Task EventuallyAsync(CatalogHost host, string beginning)
    {
        for (var attempt = 0; attempt < 200 && !(await UrlAsync(host)).StartsWith(beginning, StringComparison.Ordinal); attempt++)
        {
            await Task.Delay(50);
        }

        Assert.StartsWith(beginning, await UrlAsync(host), StringComparison.Ordinal);
    }

    private static async Task<string> UrlAsync(CatalogHost host) =>
        (string)(await host.AsSysadminAsync("package_show", new { id = "data-alamat" }))!["resources"]![0]!["url"]!;
}
