using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Purbalingga.Portal.Tests.Hosting;

namespace Purbalingga.Portal.Tests.Testing;

/// <summary>On a portal of its own, since emptying it is what is tested.</summary>
public sealed class TestingRoutesTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Should_empty_all_but_the_site_user_and_its_token()
    {
        var dataset = await portal.NewDatasetAsync(isPrivate: true);
        await portal.UploadAsync(dataset, "a.csv", "a,b\n1,2\n"u8.ToArray());
        using var refused = await portal.SendAsync(HttpMethod.Post, "/testing/reset", null, "");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var answer = await portal.SendAsync(HttpMethod.Post, "/testing/reset");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("[]", (await portal.CallAsync("package_list", []))!.ToJsonString());
        Assert.Equal("[]", (await portal.CallAsync("organization_list", []))!.ToJsonString());
        Assert.Equal(0, (int)(await portal.CallAsync("package_search", new JsonObject { ["include_private"] = true }))!["count"]!);
        Assert.Empty(Directory.GetFiles(Path.Combine(portal.Data, "files"), "*", SearchOption.AllDirectories));
        using var again = await portal.SendAsync(HttpMethod.Post, "/testing/reset");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Should_differ_from_its_own_settings_in_exactly_those_given()
    {
        Assert.Equal(HttpStatusCode.OK, await ConfigureAsync("{\"set\":{\"ckan.site_title\":\"Judul Uji\"}}"));
        Assert.Equal("Judul Uji", (string?)(await portal.CallAsync("status_show", []))!["site_title"]);
        Assert.Equal(HttpStatusCode.OK, await ConfigureAsync("{\"set\":{}}"));
        Assert.Equal("Satu Data", (string?)(await portal.CallAsync("status_show", []))!["site_title"]);
    }

    [Theory]
    [InlineData("{\"set\":{\"no.such.setting\":\"x\"}}")]
    [InlineData("{\"set\":1}")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task Should_refuse_other_settings(string body) => Assert.Equal(HttpStatusCode.BadRequest, await ConfigureAsync(body));

    private async Task<HttpStatusCode> ConfigureAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await portal.SendAsync(HttpMethod.Post, "/testing/config", content);
        return answer.StatusCode;
    }
}
