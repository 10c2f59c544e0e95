using System.Text;
using Microsoft.Playwright;

namespace Purbalingga.Browser;

/// <summary>What a citizen does: find a dataset, read its table, take it home.</summary>
public sealed class CitizenTests(PortalFixture portal, ChromiumBrowser chromium) : IClassFixture<PortalFixture>, IClassFixture<ChromiumBrowser>
{
    private const string Dataset = "/dataset/jumlah-penduduk-kecamatan-2020-2025";

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Should_find_read_and_download_a_table(int width)
    {
        await using var citizen = await Visitor.ArriveAsync(chromium.Browser, portal.Url, width);
        var page = citizen.Page;
        await page.GotoAsync("/");
        await citizen.PictureAsync("home");
        Assert.False(await citizen.OverflowsAsync());

        await page.GetByRole(AriaRole.Searchbox).FillAsync("penduduk kecamatan");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/dataset?q=penduduk*");
        await citizen.PictureAsync("search");
        Assert.False(await citizen.OverflowsAsync());

        await page.Locator($"a[href='{Dataset}']").First.ClickAsync();
        await page.WaitForURLAsync("**" + Dataset);
        await citizen.PictureAsync("dataset");
        Assert.False(await citizen.OverflowsAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Lihat isi" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Isi tabel" }).WaitForAsync();
        await page.Locator("table.data--rows").WaitForAsync();
        await citizen.PictureAsync("resource");
        Assert.False(await citizen.OverflowsAsync());
        Assert.Contains("Kemangkon", await page.Locator("table.data").First.InnerTextAsync(), StringComparison.Ordinal);

        var csv = await citizen.DownloadAsync(page.Locator(".getfile a[href$='format=csv']"));
        Assert.Contains("Kemangkon", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        var forExcel = await citizen.DownloadAsync(page.Locator(".getfile a[href$='format=csv-bom']"));
        Assert.Equal([0xEF, 0xBB, 0xBF], forExcel[..3]);
        var workbook = await citizen.DownloadAsync(page.Locator(".getfile a[href$='format=xlsx']"));
        Assert.Equal("PK", Encoding.ASCII.GetString(workbook, 0, 2));
        Assert.Empty(citizen.Problems);
    }

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Should_show_every_other_page_without_fault(int width)
    {
        await using var citizen = await Visitor.ArriveAsync(chromium.Browser, portal.Url, width);
        foreach (var (name, path) in new[]
        {
            ("organizations", "/organization"), ("organization", "/organization/dinkes"), ("themes", "/group"), ("theme", "/group/ekonomi-dan-industri"),
            ("about", "/about"), ("api", "/api-docs"), ("login", "/user/login"), ("missing", "/tidak-ada"), ("empty", "/dataset?q=xyzzyx"), ("refused", "/dataset?q=%28a%3A"),
            ("english", "/en"), ("filtered", "/dataset?organization=dinkes&res_format=CSV"),
        })
        {
            await citizen.Page.GotoAsync(path);
            await citizen.PictureAsync("other-" + name);
            Assert.False(await citizen.OverflowsAsync(), path);
            Assert.Equal(1, await citizen.Page.Locator("h1").CountAsync());
        }

        Assert.Empty(citizen.Problems);
    }

    [Fact]
    public async Task Should_narrow_a_search_by_keyboard_and_without_scripts()
    {
        await using var citizen = await Visitor.ArriveAsync(chromium.Browser, portal.Url, 390, scripts: false);
        var page = citizen.Page;
        await page.GotoAsync("/dataset");
        await page.GetByRole(AriaRole.Link, new() { Name = "Saring hasil" }).PressAsync("Enter");
        await citizen.PictureAsync("filters");
        await page.Locator("#saring a[href*='organization=dinkes']").PressAsync("Enter");
        await page.WaitForURLAsync("**/dataset?organization=dinkes");
        Assert.Equal("true", await page.Locator("#saring a.value--on").First.GetAttributeAsync("aria-current"));
        Assert.All(await page.Locator(".hit__meta a").AllAsync(), link => Assert.NotNull(link));
        await page.Locator(".active a.chip").First.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("/dataset", StringComparison.Ordinal));
    }
}
