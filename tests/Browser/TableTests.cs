using Microsoft.Playwright;

namespace Purbalingga.Browser;

/// <summary>What one does with a table: sort, filter, search, share, draw, save, put into another site.</summary>
public sealed class TableTests(PortalFixture portal, ChromiumBrowser chromium) : IClassFixture<PortalFixture>, IClassFixture<ChromiumBrowser>
{
    private const string Dataset = "/dataset/jumlah-penduduk-kecamatan-2020-2025";

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Should_sort_filter_search_and_share_what_is_shown(int width)
    {
        await using var citizen = await Visitor.ArriveAsync(chromium.Browser, portal.Url, width);
        var page = citizen.Page;
        await OpenAsync(page);
        await citizen.PictureAsync("table");
        Assert.False(await citizen.OverflowsAsync());

        // Largest first: the header sorts upwards, then downwards
        var header = page.Locator("a.data__sort", new() { HasText = "Jumlah penduduk" });
        await header.ClickAsync();
        await page.WaitForURLAsync("**?sort=asc.jumlah_penduduk");
        await header.ClickAsync();
        await page.WaitForURLAsync("**?sort=desc.jumlah_penduduk");
        var figures = await ColumnAsync(page, "num");
        Assert.Equal(figures.OrderDescending(), figures);

        await page.Locator("#cari-baris").FillAsync("kemang");
        await page.Locator("#cari-baris").PressAsync("Enter");
        await page.WaitForURLAsync("**q=kemang*");
        Assert.Equal("Baris 1–12 dari 12", await page.Locator("#hitungan").InnerTextAsync());

        await page.Locator("summary", new() { HasText = "Saring" }).ClickAsync();
        await citizen.PictureAsync("table-filters");
        Assert.False(await citizen.OverflowsAsync());
        await page.Locator("input[name='min.tahun']").FillAsync("2025");
        await page.Locator("select[name='op.jenis_kelamin']").SelectOptionAsync("is");
        await page.Locator("input[name='has.jenis_kelamin']").FillAsync("Perempuan");
        await page.Locator("details[open] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**is.jenis_kelamin=Perempuan*");
        Assert.Equal("Baris 1–1 dari 1", await page.Locator("#hitungan").InnerTextAsync());
        Assert.Equal(4, await page.Locator(".active .chip").CountAsync());

        await page.Locator("summary", new() { HasText = "Kolom" }).First.ClickAsync();
        await page.Locator("input[name=fields][value=satuan]").UncheckAsync();
        await page.Locator("details[open] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**fields=tahun*");
        await citizen.PictureAsync("table-narrowed");
        var shown = await page.Locator("table.data--rows").InnerTextAsync();

        // The address says it all
        await using var friend = await Visitor.ArriveAsync(chromium.Browser, portal.Url, width, scripts: false);
        await friend.Page.GotoAsync(page.Url);
        Assert.Equal(shown, await friend.Page.Locator("table.data--rows").InnerTextAsync());
        Assert.Equal(0, await friend.Page.Locator(".data--rows th", new() { HasText = "Satuan" }).CountAsync());

        // And so do the links for programs
        var json = await page.APIRequest.GetAsync(portal.Url + await page.Locator(".takeaway a", new() { HasTextString = "JSON" }).GetAttributeAsync("href"));
        Assert.Equal(1, (await json.JsonAsync())!.Value.GetProperty("result").GetProperty("total").GetInt32());
        var csv = await page.APIRequest.GetAsync(portal.Url + await page.Locator(".takeaway a", new() { HasTextString = "CSV" }).GetAttributeAsync("href"));
        Assert.Equal(2, (await csv.TextAsync()).TrimEnd().Split('\n').Length);
        var sql = await page.APIRequest.GetAsync(portal.Url + await page.Locator(".takeaway a", new() { HasTextString = "SQL" }).GetAttributeAsync("href"));
        Assert.Equal(1, (await sql.JsonAsync())!.Value.GetProperty("result").GetProperty("records").GetArrayLength());

        await page.GoBackAsync();
        await page.Locator(".data--rows th", new() { HasText = "Satuan" }).WaitForAsync();
        Assert.Empty(citizen.Problems);
    }

    [Fact]
    public async Task Should_say_which_filter_is_wrong()
    {
        await using var citizen = await Visitor.ArriveAsync(chromium.Browser, portal.Url, 390, scripts: false);
        var page = citizen.Page;
        await OpenAsync(page);
        await page.GotoAsync(page.Url + "?min.jumlah_penduduk=banyak&is.hilang=1&min.tahun=2025");
        var notice = await page.Locator(".notice--warn[role=alert]").InnerTextAsync();
        Assert.Contains("“Jumlah penduduk” berisi angka; “banyak” bukan angka.", notice, StringComparison.Ordinal);
        Assert.Contains("Kolom “hilang” tidak ada", notice, StringComparison.Ordinal);
        Assert.Equal("Baris 1–36 dari 36", await page.Locator("#hitungan").InnerTextAsync());
    }

    [Fact]
    public async Task Should_work_by_keyboard_alone()
    {
        await using var citizen = await Visitor.ArriveAsync(chromium.Browser, portal.Url, 1280);
        var page = citizen.Page;
        await OpenAsync(page);

        // Sorting keeps the focus where it was
        await page.Locator("a.data__sort", new() { HasText = "Tahun" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**sort=asc.tahun");
        await page.WaitForFunctionAsync("document.activeElement?.dataset.focus === 'sort-tahun'");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**sort=desc.tahun");

        // Panels open by Enter and close by Escape, which gives the focus back
        await page.Locator("summary", new() { HasText = "Saring" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[name='min.tahun']").FocusAsync();
        await page.Keyboard.TypeAsync("2025");
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("SUMMARY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("input[name='min.tahun']").PressAsync("Enter");
        await page.WaitForURLAsync("**min.tahun=2025*");

        // Kinds of charts are chosen by arrows and drawn at once
        await page.Locator(".tabs a", new() { HasText = "Grafik" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("svg.chart__svg--l").WaitForAsync();
        await page.Locator("input[name=kind][value=bar]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync("**kind=line*");
        await page.Locator("svg.chart__svg--l polyline").WaitForAsync();
        Assert.Empty(citizen.Problems);
    }

    [Theory, InlineData(390), InlineData(1280)]
    public async Task Should_draw_every_kind_of_chart_and_map_with_its_figures(int width)
    {
        await using var citizen = await Visitor.ArriveAsync(chromium.Browser, portal.Url, width);
        var page = citizen.Page;
        await OpenAsync(page);
        var table = page.Url;
        foreach (var (kind, query, mark) in new[]
        {
            ("bar", "group=kemendagri_nama_kecamatan&measure=sum&column=jumlah_penduduk&is.tahun=2025&series=jenis_kelamin", "rect"),
            ("line", "group=tahun&measure=sum&column=jumlah_penduduk&series=jenis_kelamin", "polyline"), ("area", "group=tahun&measure=sum&column=jumlah_penduduk", "polygon"),
            ("scatter", "group=tahun&column=jumlah_penduduk", "circle"), ("pie", "group=jenis_kelamin&measure=sum&column=jumlah_penduduk&is.tahun=2025", "path"),
        })
        {
            await page.GotoAsync($"{table}?show=chart&kind={kind}&{query}");
            var drawing = page.Locator("svg.chart__svg:visible");
            await drawing.Locator(mark).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            Assert.NotEqual("", (await drawing.Locator("desc").TextContentAsync())!.Trim());
            await page.Locator("summary", new() { HasText = "Angka grafik" }).ClickAsync();
            Assert.True(await page.Locator(".chart__figures tbody tr").CountAsync() > 1);
            await citizen.PictureAsync("chart-" + kind);
            Assert.False(await citizen.OverflowsAsync(), kind);
        }

        await page.GotoAsync($"{table}?show=map&is.tahun=2025");
        Assert.Equal(18, await page.Locator("svg.map__svg:visible .map__place").CountAsync());
        await citizen.PictureAsync("map-circles");
        await page.GotoAsync("/dataset/lokasi-puskesmas");
        await page.GetByRole(AriaRole.Link, new() { Name = "Lihat isi" }).First.ClickAsync();
        await page.Locator(".tabs a", new() { HasText = "Peta" }).ClickAsync();
        await page.Locator("svg.map__svg:visible").WaitForAsync();
        Assert.Equal(22, await page.Locator("svg.map__svg:visible .map__place").CountAsync());
        await page.Locator(".map__buttons:visible button").First.ClickAsync();
        await citizen.PictureAsync("map-points");
        Assert.False(await citizen.OverflowsAsync());
        Assert.Empty(citizen.Problems);
    }

    [Fact]
    public async Task Should_save_a_chart_and_show_it_in_another_site()
    {
        await using var person = await Visitor.ArriveAsync(chromium.Browser, portal.Url, 1280);
        var page = person.Page;
        await OpenAsync(page);
        await page.GotoAsync("/user/login");
        await page.Locator("#Login").FillAsync("admin");
        await page.Locator("#Password").FillAsync(portal.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await page.WaitForURLAsync("**/user/password");
        await page.Locator("#Current").FillAsync(portal.Password);
        await page.Locator("#Password").FillAsync("sandi panjang untuk uji");
        await page.Locator("#Again").FillAsync("sandi panjang untuk uji");
        await page.Locator("#Email").FillAsync("admin@example.test");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ganti kata sandi" }).ClickAsync();
        await page.WaitForURLAsync("**/user/me");

        await OpenAsync(page);
        await page.GotoAsync(page.Url + "?show=chart&kind=bar&group=kemendagri_nama_kecamatan&is.tahun=2025");
        await page.Locator("summary", new() { HasText = "Simpan tampilan ini" }).ClickAsync();
        await page.Locator("#viewTitle").FillAsync("Penduduk 2025 <b>per kecamatan</b>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan tampilan" }).ClickAsync();
        await page.WaitForURLAsync("**/view/*");
        Assert.Equal("Penduduk 2025 <b>per kecamatan</b>", await page.Locator("h1").InnerTextAsync());
        await page.Locator("svg.chart__svg--l rect").First.WaitForAsync();
        await person.PictureAsync("view");
        Assert.False(await person.OverflowsAsync());

        // The code that is to be copied works in a page of somebody else
        var code = await page.Locator("#kode").InnerTextAsync();
        var embed = new Uri(page.Url).AbsolutePath + "/embed";
        Assert.Contains(embed, code, StringComparison.Ordinal);
        await using var stranger = await Visitor.ArriveAsync(chromium.Browser, portal.Url, 390);
        await stranger.Page.RouteAsync("http://127.0.0.1:45871/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<!doctype html><iframe src=\"{portal.Url}{embed}\" width=\"360\" height=\"600\"></iframe><iframe src=\"{portal.Url}/\" width=\"360\" height=\"60\"></iframe>",
        }));
        await stranger.Page.GotoAsync("http://127.0.0.1:45871/");
        var frame = stranger.Page.Locator("iframe").First.ContentFrame;
        await frame.Locator("svg.chart__svg--s").WaitForAsync();
        Assert.Contains("Satu Data Purbalingga", await frame.Locator(".embedded__source").InnerTextAsync(), StringComparison.Ordinal);
        await stranger.PictureAsync("embedded");

        // Nothing else may be framed
        Assert.Equal(0, await stranger.Page.Locator("iframe").Nth(1).ContentFrame.Locator("header.top").CountAsync());

        // Everybody sees it on the resource's page until it is deleted
        await stranger.Page.GotoAsync(page.Url);
        Assert.Equal(0, await stranger.Page.GetByRole(AriaRole.Button, new() { Name = "Hapus tampilan" }).CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Buka di tabel" }).ClickAsync();
        Assert.Equal(1, await page.Locator(".views__list a").CountAsync());
        await page.Locator(".views__list a").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hapus tampilan" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/view/", StringComparison.Ordinal));
        Assert.Equal(0, await page.Locator(".views__list a").CountAsync());
        Assert.Empty(person.Problems);
    }

    private static async Task OpenAsync(IPage page)
    {
        await page.GotoAsync(Dataset);
        await page.GetByRole(AriaRole.Link, new() { Name = "Lihat isi" }).First.ClickAsync();
        await page.Locator("table.data--rows").WaitForAsync();
    }

    private static async Task<List<long>> ColumnAsync(IPage page, string kind) =>
        [.. (await page.Locator($"table.data--rows td.{kind}").AllInnerTextsAsync()).Select(text => long.Parse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture))];
}
