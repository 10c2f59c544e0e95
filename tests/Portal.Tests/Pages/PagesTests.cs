using System.Net;
using AngleSharp.Html.Dom;
using Purbalingga.Portal.Localization;
using Purbalingga.Portal.Pages;

namespace Purbalingga.Portal.Tests.Pages;

public sealed class PagesTests(PagesServer server) : IClassFixture<PagesServer>
{
    private static readonly string[] Open =
    [
        "/", "/dataset", "/dataset?q=uji", "/dataset?tags=kata+uji", "/dataset?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&organization=%22%3E%3Cscript%3E", "/dataset?q=%28a%3A",
        "/dataset/dataset-uji", "/dataset/dataset-uji/resource/RID", "/dataset/dataset-uji/resource/RID?show=chart", "/dataset/dataset-uji/resource/RID?show=chart&kind=pie&group=%3Cscript%3E", "/dataset/dataset-uji/resource/RID?show=map",
        "/dataset/dataset-uji/resource/RID?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&is.%22%3E%3Cscript%3E=%22%3E%3Cscript%3E&has.nama=%22%3E%3Cscript%3E&sort=desc.%22%3E%3Cscript%3E", "/organization", "/organization/dinas-uji", "/group", "/group/tema-uji", "/about", "/api-docs",
        "/user/login", "/user/login?Next=%22%3E%3Cscript%3E", "/tidak-ada%3Cscript%3E",
    ];

    private static readonly string[] Closed =
    [
        "/user/me", "/user/password", "/user/logout", "/dataset/new", "/dataset/edit/dataset-uji", "/dataset/delete/dataset-uji", "/dataset/dataset-uji/resource/new",
        "/dataset/dataset-uji/resource/RID/edit", "/dataset/dataset-uji/resource/RID/delete", "/organization/members/dinas-uji", "/organization/edit/dinas-uji",
    ];

    private static readonly string[] ForSysadmins =
        ["/admin/users", "/admin/users/new", "/admin/users/petugas", "/admin/organizations", "/admin/organizations/new"];

    [Fact]
    public async Task Should_keep_every_text_inert_and_every_page_whole()
    {
        using var visitor = server.Visit();
        using var officer = await server.SignInAsync("petugas");
        using var sysadmin = await server.SignInAsync("pengelola");
        foreach (var (client, paths) in new[] { (visitor, Open), (officer, [.. Open, .. Closed]), (sysadmin, ForSysadmins) })
        {
            foreach (var path in paths.SelectMany(p => Language.All.Select(l => l.Prefix + p.Replace("RID", server.ResourceId, StringComparison.Ordinal))))
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                if ((int)answer.StatusCode is 302 && path.Contains("/user/login", StringComparison.Ordinal))
                {
                    continue;
                }

                Assert.True((int)answer.StatusCode is 200 or 400 or 404, $"{path}: {answer.StatusCode}");
                Assert.Contains("script-src 'self'", string.Join(';', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
                Check(path, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));
            }
        }
    }

    [Fact]
    public async Task Should_show_the_cells_of_a_table_as_text()
    {
        using var visitor = server.Visit();
        var page = await PagesServer.ReadAsync(visitor, $"/dataset/dataset-uji/resource/{server.ResourceId}");
        Assert.Contains("<img src=x onerror=alert(1)>", page.QuerySelector("table.data tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_forms_without_their_token()
    {
        using var officer = await server.SignInAsync("petugas");
        foreach (var path in new[]
        {
            "/user/logout", "/user/password", "/user/me?handler=Token", "/user/me?handler=Revoke", "/dataset/new", "/dataset/edit/dataset-uji", "/dataset/delete/dataset-uji",
            "/dataset/dataset-uji/resource/new", $"/dataset/dataset-uji/resource/{server.ResourceId}/delete", "/organization/members/dinas-uji?handler=Add",
            "/organization/edit/dinas-uji",
        })
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("Form.Title", "x")]);
            using var answer = await officer.PostAsync(new Uri(path, UriKind.Relative), form);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
        }

        using var upload = new MultipartFormDataContent { { new ByteArrayContent("a,b\n1,2\n"u8.ToArray()), "upload", "a.csv" } };
        using var uploaded = await officer.PostAsync(new Uri("/dataset/dataset-uji/resource/new", UriKind.Relative), upload);
        Assert.Equal(HttpStatusCode.BadRequest, uploaded.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/%2fevil.example")]
    [InlineData("https://evil.example")]
    public async Task Should_go_to_no_other_site_after_signing_in(string next)
    {
        using var client = server.Visit();
        using var answer = await PagesServer.PostAsync(client, "/user/login", "/user/login", ("Login", "petugas"), ("Password", PagesServer.Password), ("Next", next));
        Assert.Equal("/user/me", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Should_begin_a_new_session_at_each_sign_in_and_end_it_at_sign_out()
    {
        using var client = server.Visit();
        using var first = await PagesServer.PostAsync(client, "/user/login", "/user/login", ("Login", "petugas"), ("Password", PagesServer.Password));
        var stolen = SessionOf(first);
        using var out1 = await PagesServer.PostAsync(client, "/user/logout", "/user/logout");
        Assert.Equal(HttpStatusCode.Redirect, out1.StatusCode);
        using var second = await PagesServer.PostAsync(client, "/user/login", "/user/login", ("Login", "petugas"), ("Password", PagesServer.Password));
        Assert.NotEqual(stolen, SessionOf(second));

        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Url };
        thief.DefaultRequestHeaders.Add("Cookie", stolen);
        using var answer = await thief.GetAsync(new Uri("/user/me", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Should_hide_what_is_private_from_visitors_and_pages_of_sysadmins_from_others()
    {
        using var visitor = server.Visit();
        using var hidden = await visitor.GetAsync(new Uri("/dataset/dataset-rahasia", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.DoesNotContain("Rahasia", (await PagesServer.ReadAsync(visitor, "/dataset")).Body!.TextContent, StringComparison.Ordinal);

        using var officer = await server.SignInAsync("petugas");
        Assert.Contains("Rahasia", (await PagesServer.ReadAsync(officer, "/dataset")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Rahasia", (await PagesServer.ReadAsync(visitor, "/dataset")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var path in ForSysadmins)
        {
            using var answer = await officer.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Should_carry_no_form_token_and_no_cookie_where_a_visitor_can_post_nothing()
    {
        using var visitor = server.Visit();
        foreach (var path in new[] { "/", "/dataset", "/dataset/dataset-uji", "/organization", "/group", "/about", "/api-docs" })
        {
            using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
            Assert.DoesNotContain("__RequestVerificationToken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static string SessionOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Last(c => c.StartsWith("psd_session=", StringComparison.Ordinal) && c.Length > "psd_session=".Length);

    private static void Check(string path, IHtmlDocument page)
    {
        Assert.Equal(path.StartsWith("/en", StringComparison.Ordinal) ? "en" : "id", page.DocumentElement.GetAttribute("lang"));
        Assert.True(!string.IsNullOrWhiteSpace(page.Title), path + ": title");
        Assert.True(page.QuerySelectorAll("h1").Length == 1, path + ": h1");
        Assert.True(page.QuerySelector("header") is not null && page.QuerySelectorAll("main").Length == 1 && page.QuerySelector("footer") is not null, path + ": landmarks");
        Assert.Equal("#isi", page.QuerySelector("a.skip")?.GetAttribute("href"));
        foreach (var element in page.All)
        {
            Assert.True(element.Attributes.All(a => a.Name != "style" && !a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)), $"{path}: {element.OuterHtml}");
            switch (element)
            {
                case IHtmlScriptElement script:
                    Assert.True(script.Type == "application/ld+json" || (script.TextContent.Length == 0 && script.Source!.StartsWith("/assets/", StringComparison.Ordinal)), $"{path}: {element.OuterHtml}");
                    break;
                case IHtmlImageElement:
                    Assert.True(element.HasAttribute("alt") && element.GetAttribute("src")!.StartsWith('/'), $"{path}: {element.OuterHtml}");
                    break;
                case IHtmlInputElement or IHtmlSelectElement or IHtmlTextAreaElement when element.GetAttribute("type") != "hidden":
                    Assert.True(element.Closest("label") is not null || page.QuerySelector($"label[for='{element.Id}']") is not null, $"{path}: {element.OuterHtml}");
                    break;
            }

            Assert.False(element.LocalName is "style" or "iframe" or "object" or "embed" or "base", $"{path}: {element.OuterHtml}");
            if (element.GetAttribute("href") is { } href)
            {
                Assert.True(href.StartsWith('/') || href.StartsWith('#') || MarkdownText.Allowed(href), $"{path}: {element.OuterHtml}");
            }
        }

        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }
}
