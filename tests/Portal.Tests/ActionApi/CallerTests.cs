using System.Net;
using System.Text.Json.Nodes;
using Purbalingga.Portal.Tests.Hosting;

namespace Purbalingga.Portal.Tests.ActionApi;

[Collection(PortalGroup.Name)]
public sealed class CallerTests(PortalFixture portal)
{
    [Theory]
    [InlineData("Authorization", "")]
    [InlineData("Authorization", "Bearer ")]
    [InlineData("X-CKAN-API-Key", "")]
    public async Task Should_know_the_owner_of_a_token(string header, string before) => Assert.Equal(HttpStatusCode.OK, await AskAsync((header, before + portal.Token)));

    [Theory]
    [InlineData("bukan-token-yang-sah")]
    [InlineData("")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    public async Task Should_take_a_bad_token_for_nobody(string token) => Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(("Authorization", token)));

    [Fact]
    public async Task Should_look_at_both_headers() =>
        Assert.Equal(HttpStatusCode.OK, await AskAsync(("Authorization", "bukan-token"), ("X-CKAN-API-Key", portal.Token)));

    [Fact]
    public async Task Should_wrap_an_answer_for_a_script_tag_and_forget_who_asks()
    {
        using var answer = await portal.GetAsync("/api/3/action/status_show?callback=peta.tampil", null);
        Assert.Equal("application/javascript;charset=utf-8", answer.Content.Headers.NonValidated["Content-Type"].ToString());
        var body = await answer.Content.ReadAsStringAsync();
        Assert.StartsWith("peta.tampil({\"help\": \"", body, StringComparison.Ordinal);
        Assert.EndsWith("}});", body, StringComparison.Ordinal);
        using var secret = await portal.GetAsync("/api/3/action/get_site_user?callback=f", null);
        Assert.Equal(HttpStatusCode.Forbidden, secret.StatusCode);
        Assert.Equal("application/json", secret.Content.Headers.ContentType?.MediaType);
        using var posted = await portal.PostAsync("get_site_user", "{\"callback\":\"f\"}");
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
    }

    [Theory]
    [InlineData("alert(1)//")]
    [InlineData("<script>")]
    [InlineData("a;b")]
    public async Task Should_not_write_a_script_that_the_address_holds(string callback)
    {
        using var answer = await portal.GetAsync("/api/3/action/status_show?callback=" + Uri.EscapeDataString(callback));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(callback, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_browsers_that_other_sites_may_ask()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/3/action/package_search");
        request.Headers.Add("Origin", "https://dasbor.example.test");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        using var answer = await portal.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Authorization", answer.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        using var without = await portal.GetAsync("/api/3");
        Assert.False(without.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Should_not_write_for_a_session_without_a_form_token()
    {
        await portal.CallAsync("user_create", new JsonObject { ["name"] = "sesi-uji", ["email"] = "sesi-uji@example.test", ["password"] = "Rahasia-1234" });
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var browser = new HttpClient(handler) { BaseAddress = portal.Url };
        var page = await browser.GetStringAsync(new Uri("/user/login", UriKind.Relative));
        var token = FormToken(page);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            [FieldNamed(page, "text")] = "sesi-uji", [FieldNamed(page, "password")] = "Rahasia-1234", ["__RequestVerificationToken"] = token,
        });
        using var signedIn = await browser.PostAsync(new Uri("/user/login", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);

        // A page of the session itself carries the token that belongs to the session's user
        var own = FormToken(await browser.GetStringAsync(new Uri("/user/me", UriKind.Relative)));
        using var forged = await browser.PostAsync(new Uri("/api/3/action/organization_create", UriKind.Relative), Json("{\"name\":\"opd-palsu\"}"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal("text/html", forged.Content.Headers.ContentType?.MediaType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/3/action/organization_create") { Content = Json("{\"name\":\"opd-sesi\"}") };
        request.Headers.Add("X-CSRFToken", own);
        using var honest = await browser.SendAsync(request);
        Assert.True(honest.StatusCode == HttpStatusCode.OK, await honest.Content.ReadAsStringAsync());
        using var read = await browser.PostAsync(new Uri("/api/3/action/organization_list", UriKind.Relative), Json("{}"));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    private static string FormToken(string page) => Between(page, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"", "\"");

    private static string FieldNamed(string page, string type)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
        var input = document.QuerySelectorAll("main input, form input").First(i => (i.GetAttribute("type") ?? "text") == type && i.GetAttribute("name") is not "q");
        return input.GetAttribute("name")!;
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private async Task<HttpStatusCode> AskAsync(params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/3/action/get_site_user");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await portal.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
