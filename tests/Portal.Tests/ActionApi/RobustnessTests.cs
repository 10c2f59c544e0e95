using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Purbalingga.Portal.Tests.Hosting;

namespace Purbalingga.Portal.Tests.ActionApi;

/// <summary>Bad input: a clear refusal, memory bounded, nothing changed.</summary>
[Collection(PortalGroup.Name)]
public sealed class RobustnessTests(PortalFixture portal)
{
    private const long Megabyte = 1_000_000;

    public static TheoryData<string, string> Bodies => new()
    {
        { "deep lists", "{\"a\":" + new string('[', 5000) + new string(']', 5000) + "}" },
        { "deep objects", string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200) },
        { "NUL in a value", "{\"name\":\"a\\u0000b\"}" },
        { "NUL in a key", "{\"na\\u0000me\":\"ab\"}" },
        { "half a surrogate pair", "{\"name\":\"ab\",\"title\":\"\\ud800\"}" },
        { "a huge key", "{\"" + new string('k', 100_000) + "\":1}" },
        { "two values", "{} {}" },
        { "a comment", "{/* */}" },
        { "not a number", "{\"rows\":NaN}" },
        { "an unfinished text", "{\"name\":\"ab" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task Should_refuse_bodies_that_are_no_good_json(string what, string body)
    {
        using var answer = await portal.PostAsync("package_create", body);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{what}: {(int)answer.StatusCode}");
        Assert.StartsWith("\"Bad request: ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_bytes_that_are_no_utf8()
    {
        byte[] body = [.. "{\"name\":\"a"u8, 0xC3, 0x28, .. "b\"}"u8];
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var answer = await portal.SendAsync(HttpMethod.Post, "/api/3/action/package_create", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var query = await portal.GetAsync("/api/3/action/package_show?id=%C3%28");
        Assert.Equal(HttpStatusCode.BadRequest, query.StatusCode);
        using var nul = await portal.GetAsync("/api/3/action/package_show?id=a%00b");
        Assert.Equal(HttpStatusCode.BadRequest, nul.StatusCode);
    }

    [Fact]
    public async Task Should_keep_the_last_of_two_equal_keys()
    {
        var name = await portal.NewDatasetAsync();
        using var answer = await portal.PostAsync("package_show", $"{{\"id\":\"lain\",\"id\":\"{name}\"}}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Should_refuse_a_million_keys_without_taking_the_memory()
    {
        var body = new StringBuilder("{", 14_000_000);
        for (var i = 0; i < 1_000_000; i++)
        {
            body.Append(i == 0 ? "" : ",").Append("\"k").Append(i).Append("\":1");
        }

        using var answer = await portal.PostAsync("package_create", body.Append('}').ToString());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Should_refuse_a_text_of_a_hundred_megabytes()
    {
        using var content = new StreamContent(new RepeatingStream("{\"name\":\""u8.ToArray(), 100 * Megabyte));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var answer = await portal.SendAsync(HttpMethod.Post, "/api/3/action/package_create", content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Should_take_little_from_somebody_unknown()
    {
        using var answer = await portal.PostAsync("package_search", "{\"q\":\"" + new string('a', 3_000_000) + "\"}", token: "");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("update__resources__999999999__url")]
    [InlineData("update__resources__-1__url")]
    [InlineData("update__resources__99999999999999999999__url")]
    public async Task Should_not_make_room_for_a_huge_index(string key)
    {
        var name = await portal.NewDatasetAsync();
        using var answer = await portal.PostAsync("package_revise", new JsonObject { ["match"] = new JsonObject { ["name"] = name }, [key] = "x" }.ToJsonString());
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public async Task Should_refuse_a_file_over_the_limit_and_keep_nothing()
    {
        var name = await portal.NewDatasetAsync();
        await ConfigureAsync(("ckan.max_resource_size", "1"));
        try
        {
            var before = Files();
            using var answer = await UploadAsync(name, 3 * Megabyte);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Equal("[\"File upload too large\"]", JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["error"]!["upload"]!.ToJsonString());
            Assert.Equal(before, Files());
            Assert.Equal(0, (int)(await portal.CallAsync("package_show", new JsonObject { ["id"] = name }))!["num_resources"]!);
        }
        finally
        {
            await ConfigureAsync();
        }
    }

    [Fact]
    public async Task Should_refuse_three_gigabytes_without_taking_memory_or_disk()
    {
        var name = await portal.NewDatasetAsync();
        await ConfigureAsync(("ckan.max_resource_size", "5"));
        try
        {
            var before = (Files: Files(), Memory: GC.GetTotalMemory(forceFullCollection: true));
            using var answer = await UploadAsync(name, 3000 * Megabyte);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains("\"upload\":[\"File upload too large\"]", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(before.Files, Files());
            Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before.Memory, long.MinValue, 50 * Megabyte);
        }
        finally
        {
            await ConfigureAsync();
        }
    }

    [Fact]
    public async Task Should_not_store_files_of_somebody_unknown()
    {
        var name = await portal.NewDatasetAsync();
        var before = Files();
        using var form = new MultipartFormDataContent { { new StringContent(name), "package_id" }, { PortalFixture.FileOf(Guid.NewGuid().ToByteArray()), "upload", "a.csv" } };
        using var answer = await portal.SendAsync(HttpMethod.Post, "/api/3/action/resource_create", form, "");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before, Files());
    }

    [Theory]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\nno end")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\na\u0000b\r\n--b--\r\n")]
    public async Task Should_refuse_forms_that_are_not_well_formed(string contentType, string body)
    {
        using var answer = await portal.PostAsync("package_create", body, contentType);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Should_say_nothing_of_its_inside_when_something_breaks()
    {
        using var answer = await portal.PostAsync("package_show", "{\"id\":{\"a\":1}}");
        var body = await answer.Content.ReadAsStringAsync();
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Data, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_answer_an_unreadable_request_line_and_go_on()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(portal.Url.Host, portal.Url.Port);
        await socket.GetStream().WriteAsync("GET /api/3/action/package_show?id=\u0001 HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray());
        using var reader = new StreamReader(socket.GetStream());
        Assert.StartsWith("HTTP/1.1 4", await reader.ReadLineAsync(), StringComparison.Ordinal);
        using var next = await portal.GetAsync("/api/3");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    private async Task<HttpResponseMessage> UploadAsync(string dataset, long bytes)
    {
        using var file = new StreamContent(new RepeatingStream("a,b\n"u8.ToArray(), bytes));
        using var form = new MultipartFormDataContent { { new StringContent(dataset), "package_id" }, { file, "upload", "besar.csv" } };
        return await portal.SendAsync(HttpMethod.Post, "/api/3/action/resource_create", form);
    }

    private async Task ConfigureAsync(params (string Key, string Value)[] settings)
    {
        var set = new JsonObject([.. settings.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value))]);
        using var content = new StringContent(new JsonObject { ["set"] = set }.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await portal.SendAsync(HttpMethod.Post, "/testing/config", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private int Files() => Directory.GetFiles(Path.Combine(portal.Data, "files"), "*", SearchOption.AllDirectories).Length;
}
