using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Users;
using Purbalingga.Portal.Hosting;
using Purbalingga.Portal.Testing;

namespace Purbalingga.Portal.Tests.Hosting;

/// <summary>The whole portal with real Kestrel on a free port and real SQLite in a folder of its own, as <c>--testing</c> starts it.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    private WebApplication? _app;

    public string Data { get; } = Path.Combine(Path.GetTempPath(), "portal-tests-" + Guid.NewGuid().ToString("N"));

    public Uri Url { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Token of the site user, a sysadmin.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Without redirects and cookies.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        _app = PortalHost.Build(new HostArguments(Url.ToString().TrimEnd('/'), Data, LoadSampleData: false, Testing: true));
        await _app.StartAsync();
        Http.BaseAddress = Url;
        Token = await Services.GetRequiredService<TokenIssuer>().IssueAsync(TestingMode.SiteUser, "tests", null, false, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app!.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    /// <summary>Sends a request; as the sysadmin unless <paramref name="token"/> says otherwise (empty: anonymous).</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if ((token ?? Token).Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token ?? Token);
        }

        return await Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? token = "") => SendAsync(HttpMethod.Get, path, null, token);

    public Task<HttpResponseMessage> PostAsync(string action, string body, string contentType = "application/json", string? token = null)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return SendAsync(HttpMethod.Post, "/api/3/action/" + action, content, token);
    }

    /// <summary>Calls an action that must succeed.</summary>
    public async Task<JsonNode?> CallAsync(string action, JsonObject data, string? token = null)
    {
        using var answer = await PostAsync(action, data.ToJsonString(), token: token);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{action}: {(int)answer.StatusCode} {body}");
        return JsonNode.Parse(body)!["result"];
    }

    /// <summary>Uploads a file as a new resource.</summary>
    public async Task<JsonNode> UploadAsync(string dataset, string fileName, byte[] bytes, params (string Key, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(dataset), "package_id" } };
        foreach (var (key, value) in fields)
        {
            form.Add(new StringContent(value), key);
        }

        form.Add(FileOf(bytes), "upload", fileName);
        using var answer = await SendAsync(HttpMethod.Post, "/api/3/action/resource_create", form);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{(int)answer.StatusCode} {body}");
        return JsonNode.Parse(body)!["result"]!;
    }

    /// <summary>A dataset of a name of its own without organization.</summary>
    public async Task<string> NewDatasetAsync(bool isPrivate = false)
    {
        var name = "dataset-" + Guid.NewGuid().ToString("N");
        var data = new JsonObject { ["name"] = name };
        if (isPrivate)
        {
            var organization = "opd-" + Guid.NewGuid().ToString("N");
            await CallAsync("organization_create", new JsonObject { ["name"] = organization });
            data["owner_org"] = organization;
            data["private"] = true;
        }

        await CallAsync("package_create", data);
        return name;
    }

    public static ByteArrayContent FileOf(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return content;
    }

    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
