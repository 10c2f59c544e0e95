using System.Net;
using System.Text.Json.Nodes;
using Purbalingga.Portal.Tests.Hosting;

namespace Purbalingga.Portal.Tests.ActionApi;

[Collection(PortalGroup.Name)]
public sealed class WireTests(PortalFixture portal)
{
    private const string Undecodable =
        "\"Bad request: JSON Error: Error decoding JSON data. Error: <BadRequest '400: Bad Request'> JSON data extracted from the request: {}\"";

    [Theory]
    [InlineData("/api", "{\"version\": 1}")]
    [InlineData("/api/", "{\"version\": 1}")]
    [InlineData("/api/1", "{\"version\": 1}")]
    [InlineData("/api/2/", "{\"version\": 2}")]
    [InlineData("/api/3", "{\"version\": 3}")]
    [InlineData("/id/api/3", "{\"version\": 3}")]
    public async Task Should_say_its_version(string path, string body)
    {
        using var answer = await portal.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/3/action/status_show")]
    [InlineData("/api/action/status_show")]
    [InlineData("/en/api/3/action/status_show")]
    [InlineData("/id/api/action/status_show")]
    public async Task Should_answer_an_envelope_in_this_order_of_keys(string path)
    {
        using var answer = await portal.GetAsync(path);
        Assert.Equal("application/json;charset=utf-8", answer.Content.Headers.NonValidated["Content-Type"].ToString());
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        Assert.Equal(["help", "success", "result"], body.Select(p => p.Key));
        Assert.Equal($"{portal.Url}api/3/action/help_show?name=status_show", (string?)body["help"]);
        Assert.Equal(answer.Content.Headers.ContentLength, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }

    [Theory]
    [InlineData("/api/1/action/status_show")]
    [InlineData("/api/2/action/status_show")]
    [InlineData("/api/3/action/status_show/")]
    [InlineData("/API/3/action/status_show")]
    [InlineData("/api/3/action/")]
    [InlineData("/api/rest/dataset")]
    [InlineData("/api/util/status")]
    [InlineData("/api/1/util/snippet/x.html")]
    public async Task Should_know_no_other_address(string path)
    {
        using var answer = await portal.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Should_not_know_other_methods(string method)
    {
        using var answer = await portal.SendAsync(new HttpMethod(method), "/api/3/action/package_show");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Should_answer_the_headers_alone()
    {
        using var answer = await portal.SendAsync(HttpMethod.Head, "/api/3/action/status_show");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 100);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("no_such_action", "{}", 400, "\"Bad request: Action name not known: no_such_action\"")]
    [InlineData("Package_Show", "{}", 400, "\"Bad request: Action name not known: Package_Show\"")]
    [InlineData("package_show", "{not json", 400, Undecodable)]
    [InlineData("package_show", "[1,2]", 400, "\"Bad request: JSON Error: Request data JSON decoded to [1, 2] but it needs to be a dictionary.\"")]
    [InlineData("package_show", "\"text\"", 400, "\"Bad request: JSON Error: Request data JSON decoded to 'text' but it needs to be a dictionary.\"")]
    [InlineData("package_show", "null", 400, "\"Bad request: JSON Error: Request data JSON decoded to None but it needs to be a dictionary.\"")]
    [InlineData("package_show", "true", 400, "\"Bad request: JSON Error: Request data JSON decoded to True but it needs to be a dictionary.\"")]
    public async Task Should_refuse_what_cannot_be_read_with_one_text(string action, string body, int status, string expected)
    {
        using var answer = await portal.PostAsync(action, body);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Should_want_post_for_what_writes()
    {
        using var answer = await portal.GetAsync("/api/3/action/package_create?name=x");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            "\"Bad request: JSON Error: Invalid request. Please use POST method for your request\"", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/ld+json")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Should_read_json_whatever_it_is_called(string contentType)
    {
        var name = await portal.NewDatasetAsync();
        using var answer = await portal.PostAsync("package_show", $"{{\"id\":\"{name}\"}}", contentType, "");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Should_read_fields_of_a_form_and_repeated_ones_as_a_list()
    {
        var name = await portal.NewDatasetAsync();
        using var form = await portal.PostAsync("package_show", $"id={name}&use_default_schema=1", "application/x-www-form-urlencoded", "");
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        using var repeated = await portal.PostAsync("package_show", $"id={name}&id={name}", "application/x-www-form-urlencoded", "");
        Assert.Equal(HttpStatusCode.Conflict, repeated.StatusCode);
    }

    [Fact]
    public async Task Should_let_the_query_string_win_on_actions_that_only_read()
    {
        var name = await portal.NewDatasetAsync();
        using var answer = await portal.PostAsync($"package_show?id={name}", "{\"id\":\"another\"}", token: "");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Should_take_an_empty_body_for_no_parameters()
    {
        using var answer = await portal.PostAsync("package_list", "");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("{}", 409, "Validation Error", "name_or_id")]
    [InlineData("{\"id\":\"tidak-ada\"}", 404, "Not Found Error", "message")]
    public async Task Should_answer_errors_in_the_envelope(string body, int status, string type, string key)
    {
        using var answer = await portal.PostAsync("package_show", body);
        Assert.Equal(status, (int)answer.StatusCode);
        var envelope = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.False((bool)envelope["success"]!);
        Assert.Equal(type, (string?)envelope["error"]!["__type"]);
        Assert.NotNull(envelope["error"]![key]);
    }

    [Fact]
    public async Task Should_give_back_the_parameters_whose_structure_is_wrong()
    {
        using var answer = await portal.PostAsync("package_create", "{\"name\":\"contoh-buruk\",\"tags\":\"penduduk\"}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!;
        Assert.Equal("Integrity Error", (string?)error["__type"]);
        Assert.Equal("penduduk", (string?)error["data"]!["tags"]);
    }

    [Theory]
    [InlineData("/api/util/tag/autocomplete?incomplete=zzz")]
    [InlineData("/api/2/util/resource/format_autocomplete")]
    [InlineData("/api/1/util/dataset/autocomplete?incomplete=")]
    public async Task Should_complete_in_the_old_form(string path)
    {
        using var answer = await portal.GetAsync(path);
        Assert.Equal("{\"ResultSet\":{\"Result\":[]}}", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Should_complete_names_of_organizations()
    {
        await portal.CallAsync("organization_create", new JsonObject { ["name"] = "dinas-lengkap", ["title"] = "Dinas Lengkap" });
        using var answer = await portal.GetAsync("/api/2/util/organization/autocomplete?q=lengk");
        Assert.Equal("dinas-lengkap", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())![0]!["name"]);
    }

    [Theory]
    [InlineData("/api/i18n/id", 200, "{}")]
    [InlineData("/api/i18n/xx", 400, "\"Bad request: Unknown locale: xx\"")]
    public async Task Should_answer_for_translations(string path, int status, string body)
    {
        using var answer = await portal.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Should_keep_answers_to_a_token_out_of_shared_caches()
    {
        using var anonymous = await portal.GetAsync("/api/3/action/package_list");
        Assert.Equal("public, must-revalidate, max-age=0", anonymous.Headers.CacheControl?.ToString());
        using var known = await portal.GetAsync("/api/3/action/package_list", null);
        Assert.Contains("private", known.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }
}
